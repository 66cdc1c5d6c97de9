package org.vmn.dsl.parser;

import static org.vmn.dsl.diagnostics.Messages.help;
import static org.vmn.dsl.diagnostics.Messages.quoted;

import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.nodemodel.SyntaxErrorMessage;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.diagnostics.Messages;
import org.vmn.dsl.diagnostics.Suggestions;
import org.vmn.dsl.imports.Library;

/** Where a name is due and something else stands. */
final class NameExplanation implements Explanation {
  private static final Set<String> RULES = Set.of("Name", "ImportPath", "ImportedName");

  private final GrammarWords words;

  NameExplanation(GrammarWords words) {
    this.words = words;
  }

  @Override
  public @Nullable SyntaxErrorMessage of(Mistake mistake) {
    boolean path = mistake.rule().equals("Import") && mistake.expects("{") && mistake.isWord();
    return path || RULES.contains(mistake.rule()) || mistake.expected().equals("RULE_ID")
        ? SyntaxMessages.syntax(message(mistake))
        : null;
  }

  private String message(Mistake mistake) {
    String text = mistake.text();
    String missing = "a name is missing after " + quoted(mistake.before());
    if (mistake.startsDeclaration() || mistake.isEnd() || text.isEmpty()) {
      return missing;
    }
    if (text.equals("=") || text.equals(":")) {
      return help(
          "no `" + text + "` stands between " + quoted(mistake.before()) + " and a name",
          "leave it out");
    }
    if (mistake.line().matches("import std\\s*\\.")) {
      return Suggestions.nearest("std." + text, Library.modules())
          .map(m -> "the library has no `std." + text + "`; did you mean `" + m + "`?")
          .orElseGet(() ->
              help(
                  "the library has no `std." + text + "`",
                  "it has " + Messages.allOf(Library.modules())));
    }
    if (mistake.before().equals(":") && isProperty(mistake)) {
      return help(
          "what " + Messages.withArticle(mistake.kind()) + " has stands in its block",
          "write `" + mistake.kind() + " " + name(mistake) + " { " + text + " … }`");
    }
    if (words.isKeyword(text) && mistake.isWord()) {
      return help(
          quoted(text) + " is a word of the language, and can't be a name",
          "choose another, such as `" + text + "_1`");
    }
    if (Character.isDigit(text.charAt(0))) {
      return help(missing + ", and " + quoted(text) + " is none", "names begin with a letter");
    }
    if (text.startsWith("\"")) {
      return mistake.before().equals("import")
          ? help(
              "an import names a path, without quotes",
              "write `lab.tiers` for the file `lab/tiers.vmn`")
          : help(missing, "names stand without quotes");
    }
    return missing;
  }

  /** {@code vm web:}, and then what other languages indent. */
  private boolean isProperty(Mistake mistake) {
    EObject of = mistake.context();
    return of != null && words.ofBlock(of.eClass().getName()).contains(mistake.text());
  }

  private static String name(Mistake mistake) {
    String name = mistake.wordBefore(1);
    return Mistake.isWord(name) ? name : "…";
  }
}
