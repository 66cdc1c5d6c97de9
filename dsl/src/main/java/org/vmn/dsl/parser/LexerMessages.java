package org.vmn.dsl.parser;

import org.vmn.dsl.diagnostics.Messages;

/** What is said of characters that make no token. ANTLR tells its reasons in its own words only. */
final class LexerMessages {
  private LexerMessages() {}

  static String of(String antlr) {
    if (antlr.contains("expecting '*'")) {
      return Messages.help("the comment has no end", "close it with `*/`");
    }
    if (antlr.contains("expecting '\"'")) {
      return Messages.help("the text has no end", "close it with `\"` in the same line");
    }
    return Messages.help(
        "a dash means nothing here",
        "an arrow is `->`, and dashes within names stand between letters");
  }

  /** Of a text in quotes whose content can't be read. */
  static String ofText(String xtext) {
    return xtext.contains("escape")
        ? Messages.help(
            "the text holds a `\\` that means nothing",
            "write `\\\\` for a backslash, `\\\"` for a quote")
        : xtext;
  }
}
