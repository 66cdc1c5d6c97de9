package org.vmn.dsl.parser;

import static org.vmn.dsl.diagnostics.Messages.help;
import static org.vmn.dsl.diagnostics.Messages.quoted;

import java.util.Set;
import org.eclipse.xtext.nodemodel.SyntaxErrorMessage;
import org.jspecify.annotations.Nullable;

/** A number in brackets behind what has none. */
final class CountExplanation implements Explanation {
  /** What may be declared several times at once. */
  private static final Set<String> COUNTED = Set.of("vm", "host", "switch");

  private final GrammarWords words;

  CountExplanation(GrammarWords words) {
    this.words = words;
  }

  @Override
  public @Nullable SyntaxErrorMessage of(Mistake mistake) {
    String name = mistake.before();
    if (!mistake.text().equals("[") || !Mistake.isWord(name) || words.isKeyword(name)) {
      return null;
    }
    String noun = mistake.wordBefore(1);
    if (DeclarationStarts.KEYWORDS.contains(noun) && !COUNTED.contains(noun)) {
      return SyntaxMessages.syntax(
          help(
              "a " + noun + " has no number: machines, hosts and switches do",
              "write one for each, or `for i in 1..3 { " + noun + " " + name + "-${i} … }`"));
    }
    return COUNTED.contains(noun) || mistake.expected().isEmpty() && mistake.isTopLevel()
        ? null
        : SyntaxMessages.syntax(
            help(
                "what is named here is all of " + quoted(name) + ", and no part of it",
                "write " + quoted(name) + " alone"));
  }
}
