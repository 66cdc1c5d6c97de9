package org.vmn.dsl.parser;

import static org.vmn.dsl.diagnostics.Messages.help;
import static org.vmn.dsl.diagnostics.Messages.quoted;

import java.util.Map;
import java.util.Set;
import org.eclipse.xtext.nodemodel.SyntaxErrorMessage;
import org.jspecify.annotations.Nullable;

/** Where a number, an address or a text is due and something else stands. */
final class ValueExplanation implements Explanation {
  private static final Map<String, String> VALUES =
      Map.of(
          "RULE_NUMBER", "a number",
          "RULE_STRING", "a text in quotes",
          "RULE_PREFIX", "a prefix such as 10.0.0.0/24",
          "RULE_IP", "an address such as 10.0.0.1",
          "RULE_MAC", "a MAC address such as 52:54:00:12:34:56");
  private static final Set<String> ASSIGNMENTS = Set.of("=", ":");
  private static final Set<String> OPERANDS = Set.of("Operand", "Atom");

  /** Where a literal is one of several things that may stand. */
  private static final Set<String> CHOICES =
      Set.of("EndpointTerm", "TrafficTerm", "SubnetTerm", "Route");

  private final GrammarWords words;

  ValueExplanation(GrammarWords words) {
    this.words = words;
  }

  @Override
  public @Nullable SyntaxErrorMessage of(Mistake mistake) {
    if (mistake.rule().equals("SubnetTerm") && lacksLength(mistake.text())) {
      return SyntaxMessages.syntax(length(mistake.text()));
    }
    if (mistake.rule().equals("SubnetTerm") && ASSIGNMENTS.contains(mistake.text())) {
      return SyntaxMessages.certain(unassigned(mistake.text()), "");
    }
    if (OPERANDS.contains(mistake.rule())) {
      return SyntaxMessages.syntax("a value is missing after " + quoted(mistake.before()));
    }
    String literal = literal(mistake);
    String value = VALUES.get(literal);
    if (value == null) {
      return null;
    }
    if (mistake.text().equals("-")) {
      return SyntaxMessages.syntax(quoted(mistake.before()) + " is never below zero");
    }
    String message = message(mistake, literal, value);
    return ASSIGNMENTS.contains(mistake.text()) && !message.contains("a load begins")
        ? SyntaxMessages.certain(message, "")
        : SyntaxMessages.syntax(message);
  }

  private String literal(Mistake mistake) {
    if (mistake.expected().isEmpty() && !CHOICES.contains(mistake.owner())) {
      return words.literal(mistake.owner(), mistake.before());
    }
    return mistake.expected();
  }

  private String message(Mistake mistake, String literal, String value) {
    String text = mistake.text();
    String missing = value + " is missing after " + quoted(mistake.before());
    if (mistake.owner().equals("Quantity") && mistake.kind().equals("load")) {
      return help("a load begins with its rate", "write for instance `500 req/s` after `{`");
    }
    if (ASSIGNMENTS.contains(text)) {
      return unassigned(text);
    }
    if (literal.equals("RULE_PREFIX") && lacksLength(text)) {
      return length(text);
    }
    if (literal.equals("RULE_NUMBER")
        && mistake.isWord()
        && words.isKeyword(text)
        && !mistake.startsDeclaration()) {
      return help(
          missing + ": " + quoted(text) + " is a word of the language",
          "a variable needs another name, such as `" + text + "_1`");
    }
    if (literal.equals("RULE_STRING") && mistake.isWord() && !mistake.startsDeclaration()) {
      return help(missing, "write `\"" + text + "\"`");
    }
    return missing;
  }

  private static String unassigned(String sign) {
    return help("no `" + sign + "` stands between a property and its value", "leave it out");
  }

  private static boolean lacksLength(String text) {
    return text.matches("[0-9a-fA-F.:]*[.:][0-9a-fA-F.:]*");
  }

  private static String length(String address) {
    if (address.matches("\\d{1,3}(\\.\\d{1,3}){1,2}\\.?")) {
      String missing =
          ".0"
              .repeat(
                  3 - (int) address.replaceAll("\\.$", "").chars().filter(c -> c == '.').count());
      return help(
          quoted(address) + " is only the beginning of an address, which has four numbers",
          "write for instance `" + address.replaceAll("\\.$", "") + missing + "/24`");
    }
    String of = address.indexOf(':') < 0 ? "/24" : "/64";
    return help(
        quoted(address) + " has no length", "write a prefix such as `" + address + of + "`");
  }
}
