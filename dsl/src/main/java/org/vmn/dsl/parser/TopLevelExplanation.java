package org.vmn.dsl.parser;

import static org.vmn.dsl.diagnostics.Messages.help;
import static org.vmn.dsl.diagnostics.Messages.quoted;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.xtext.nodemodel.SyntaxErrorMessage;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.diagnostics.Messages;
import org.vmn.dsl.diagnostics.Nouns;
import org.vmn.dsl.diagnostics.Suggestions;

/** What stands between declarations and begins none. */
final class TopLevelExplanation implements Explanation {
  /** Words that only assertions begin with, and those that stand behind their first. */
  private static final Set<String> CLAIMS = Set.of("any", "every", "isolated", "redundant", "no");

  private static final Set<String> VERBS = Set.of("reaches", "cannot");

  private final GrammarWords words;

  TopLevelExplanation(GrammarWords words) {
    this.words = words;
  }

  @Override
  public @Nullable SyntaxErrorMessage of(Mistake mistake) {
    return mistake.isTopLevel() && !mistake.isEnd()
        ? SyntaxMessages.syntax(message(mistake), nearest(mistake))
        : null;
  }

  /** The declaration that was meant by a word that begins none. */
  private Optional<String> nearest(Mistake mistake) {
    String word = mistake.text();
    return mistake.isWord() && mistake.isFirstOfLine() && words.blocksWith(word).isEmpty()
        ? Suggestions.nearest(word.toLowerCase(Locale.ROOT), DeclarationStarts.KEYWORDS)
        : Optional.empty();
  }

  private String message(Mistake mistake) {
    String text = mistake.text();
    if (text.equals("}")) {
      return "this `}` closes nothing";
    }
    if (text.equals("{") && Mistake.isWord(mistake.before())) {
      return help(
          "`{` can't follow " + quoted(mistake.before()),
          "an import names what it takes with `.{`");
    }
    if (mistake.isFirstOfLine() && isClaim(mistake)) {
      return claim(mistake);
    }
    if (text.equals("default") && Mistake.isWord(mistake.after())) {
      return help(
          "what holds where no rule says otherwise begins with `policy`",
          "write `policy default " + mistake.after() + "`");
    }
    if (mistake.isWord() && mistake.isFirstOfLine()) {
      return noDeclaration(text, nearest(mistake));
    }
    if (mistake.isWord() && !words.isKeyword(text)) {
      return help(
          quoted(text) + " can't follow " + quoted(mistake.before()),
          "elements of a list are separated by `,`, and declarations by a new line");
    }
    return quoted(text) + " can't follow " + quoted(mistake.before());
  }

  /** Whether what only assertions say stands without {@code assert}. */
  static boolean isClaim(Mistake mistake) {
    return CLAIMS.contains(mistake.text()) && !mistake.after().equals("{")
        || VERBS.contains(mistake.after());
  }

  static String claim(Mistake mistake) {
    String rest =
        switch (mistake.text()) {
          case "isolated" -> " from …";
          case "redundant" -> " -> …";
          default -> " …";
        };
    return help(
        "what must hold begins with `assert`",
        "write `assert " + mistake.text() + " " + mistake.after() + rest + "`");
  }

  private String noDeclaration(String word, Optional<String> nearest) {
    List<String> blocks = words.blocksWith(word).stream().map(Nouns::of).distinct().toList();
    if (!blocks.isEmpty()) {
      String owners = Messages.anyOf(blocks.stream().map(Messages::withArticle).toList());
      return "`" + word + "` belongs into the block of " + owners;
    }
    String message = "no declaration begins with " + quoted(word);
    return nearest
        .map(n -> message + "; did you mean `" + n + "`?")
        .orElseGet(() ->
            help(message, "declarations begin with " + Messages.anyOf(DeclarationStarts.KEYWORDS)));
  }
}
