package org.vmn.dsl.parser;

import static org.vmn.dsl.diagnostics.Messages.help;
import static org.vmn.dsl.diagnostics.Messages.quoted;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.xtext.nodemodel.SyntaxErrorMessage;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.diagnostics.Messages;
import org.vmn.dsl.diagnostics.Suggestions;

/** What stands in a block and is no property there; and blocks that never end. */
final class BlockExplanation implements Explanation {
  /** What may hold declarations. */
  private static final Set<String> DECLARING = Set.of("if", "for");

  private static final Set<String> ENDS = Set.of("}", ",", ";");

  /** How the segment is said whose bare name people write. */
  private static final Map<String, String> SEGMENTS =
      Map.of(
          "router", "segments that it joins stand behind a word: `ports %s`",
          "vm", "its adapters stand behind a word: `nic %s`");

  private final GrammarWords words;

  BlockExplanation(GrammarWords words) {
    this.words = words;
  }

  @Override
  public @Nullable SyntaxErrorMessage of(Mistake mistake) {
    if (!mistake.expects("}") || mistake.context() == null) {
      return null;
    }
    List<String> known = words.ofBlock(mistake.context().eClass().getName());
    Optional<String> nearest =
        mistake.isWord() && !mistake.startsDeclaration() && !isDeclaration(mistake)
            ? Suggestions.nearest(mistake.text(), known)
            : Optional.empty();
    return SyntaxMessages.syntax(message(mistake, known, nearest), nearest);
  }

  private static boolean isDeclaration(Mistake mistake) {
    return DeclarationStarts.KEYWORDS.contains(mistake.text());
  }

  private static String message(Mistake mistake, List<String> known, Optional<String> nearest) {
    String what = Messages.withArticle(mistake.kind());
    if (DECLARING.contains(mistake.kind()) && TopLevelExplanation.isClaim(mistake)) {
      return TopLevelExplanation.claim(mistake);
    }
    if (mistake.isEnd() || mistake.startsDeclaration() || known.isEmpty()) {
      return help("a `}` is missing: " + mistake.element() + " is still open", "close it with `}`");
    }
    if (isDeclaration(mistake)) {
      return help(
          Messages.withArticle(mistake.text()) + " can't be declared inside " + what,
          "declare it outside, on a line of its own");
    }
    String takes = what + " takes " + Messages.allOf(known);
    if (!mistake.isWord()) {
      return help(quoted(mistake.text()) + " can't follow " + quoted(mistake.before()), takes);
    }
    if (SEGMENTS.containsKey(mistake.kind()) && ENDS.contains(mistake.after())) {
      return help(
          quoted(mistake.text()) + " is not a property of " + what,
          SEGMENTS.get(mistake.kind()).formatted(mistake.text()));
    }
    String suggestion = nearest.map(n -> "; did you mean `" + n + "`?").orElse("");
    return help(quoted(mistake.text()) + " is not a property of " + what + suggestion, takes);
  }
}
