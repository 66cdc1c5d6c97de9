package org.vmn.dsl.diagnostics;

import java.util.List;
import java.util.Objects;

/**
 * How messages are put into words. Xtext carries a message as one text: its help follows it on a
 * line of its own.
 */
public final class Messages {
  private static final String HELP = "\nhelp: ";
  private static final int LONGEST = 40;

  private Messages() {}

  /** A message with the way out. */
  public static String help(String message, String help) {
    return message + HELP + help;
  }

  /** What a parser of literals said of a text. */
  public static String of(IllegalArgumentException e) {
    return Objects.requireNonNullElse(e.getMessage(), "");
  }

  /** In backticks, on one line, and no longer than a message can bear. */
  public static String quoted(String text) {
    return "`" + shortened(text.replaceAll("\\s+", " ")) + "`";
  }

  /** The beginning of a text, with … for the rest. */
  public static String shortened(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }

  /** {@code a, b or c}. */
  public static String anyOf(List<String> words) {
    return list(words, " or ");
  }

  /** {@code a, b and c}. */
  public static String allOf(List<String> words) {
    return list(words, " and ");
  }

  private static String list(List<String> words, String beforeLast) {
    int last = words.size() - 1;
    return last < 1
        ? String.join("", words)
        : String.join(", ", words.subList(0, last)) + beforeLast + words.get(last);
  }

  /** {@code a host}, {@code an image}, {@code a user}. */
  public static String withArticle(String noun) {
    boolean vowel = "aeiou".indexOf(noun.charAt(0)) >= 0 && !noun.startsWith("us");
    return (vowel ? "an " : "a ") + noun;
  }
}
