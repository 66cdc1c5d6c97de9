package org.vmn.generator.emit.text;

import java.util.List;

/** Writes commands for a POSIX shell. */
public final class Shell {
  private Shell() {}

  /** A command of one line: each word is quoted where it must be, and stays one word. */
  public static String command(List<String> words) {
    StringBuilder out = new StringBuilder();
    for (String word : words) {
      // With `=` the first word would be an assignment.
      boolean plain = !out.isEmpty() && word.matches("[A-Za-z0-9_./:@%+,=-]+");
      out.append(out.isEmpty() ? "" : " ").append(plain ? word : quote(word));
    }
    return out.toString();
  }

  public static String command(String... words) {
    return command(List.of(words));
  }

  /**
   * One word of a command. Throws {@link IllegalArgumentException} for what no word can hold: the
   * character U+0000.
   */
  public static String quote(String word) {
    if (word.indexOf('\0') >= 0) {
      throw new IllegalArgumentException("a command can't hold the character U+0000");
    }
    return word.matches("[A-Za-z0-9_./:@%+,-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }

  /** Lines of comment, whatever the text holds. */
  public static String comment(String text) {
    StringBuilder out = new StringBuilder();
    for (String line : text.split("\\R", -1)) {
      out.append(line.isBlank() ? "#" : "# " + line.replaceAll("\\p{Cntrl}", " ")).append('\n');
    }
    return out.toString();
  }
}
