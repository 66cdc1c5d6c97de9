package org.vmn.dsl.parser;

import static org.vmn.dsl.diagnostics.Messages.help;
import static org.vmn.dsl.diagnostics.Messages.quoted;

import java.util.Set;
import org.eclipse.xtext.nodemodel.SyntaxErrorMessage;
import org.jspecify.annotations.Nullable;

/** Words of the language where a value is named: most may be names of declarations only. */
final class WordExplanation implements Explanation {
  private static final Set<String> OPERANDS = Set.of("Operand", "Atom");
  private static final Set<String> BEFORE_PARAMETERS = Set.of("(", ",");

  private final GrammarWords words;

  WordExplanation(GrammarWords words) {
    this.words = words;
  }

  @Override
  public @Nullable SyntaxErrorMessage of(Mistake mistake) {
    if (mistake.isUnfinished()) {
      return null;
    }
    String text = mistake.text();
    if (text.equals("(") && Mistake.isWord(mistake.before()) && isWord(mistake.after())) {
      return noValue(mistake.after());
    }
    if (!isWord(text)) {
      return null;
    }
    boolean parameter =
        mistake.rule().equals("Template")
            && mistake.expects(")")
            && BEFORE_PARAMETERS.contains(mistake.before());
    if (parameter || mistake.rule().equals("Word")) {
      String what = parameter ? "parameter" : "value";
      return SyntaxMessages.syntax(
          help(
              quoted(text) + " is a word of the language, and can't be the name of a " + what,
              "choose another, such as `" + text + "_1`"));
    }
    return OPERANDS.contains(mistake.rule()) ? noValue(text) : null;
  }

  private boolean isWord(String text) {
    return Mistake.isWord(text) && words.isKeyword(text);
  }

  private static SyntaxErrorMessage noValue(String word) {
    return SyntaxMessages.syntax(
        help(
            quoted(word) + " is a word of the language, and no value",
            "a value has another name, such as `" + word + "_1`"));
  }
}
