package org.vmn.dsl.formatting2;

/**
 * A token or a comment.
 *
 * @param text without blanks at its end
 * @param rule the rule of the grammar that a token belongs to; empty for comments
 * @param startsItem whether a declaration or a property begins with it
 * @param newlines ends of lines before it in the source
 */
record Piece(Kind kind, String text, int offset, String rule, boolean startsItem, int newlines) {

  /** What it is. */
  enum Kind {
    TOKEN,
    LINE_COMMENT,
    BLOCK_COMMENT
  }

  int end() {
    return offset + text.length();
  }

  boolean isToken() {
    return kind == Kind.TOKEN;
  }

  boolean is(String token) {
    return isToken() && text.equals(token);
  }

  boolean is(String token, String inRule) {
    return is(token) && rule.equals(inRule);
  }

  /** Whether both are the same part of the same thing, wherever they stand. */
  boolean means(Piece other) {
    return text.equals(other.text) && rule.equals(other.rule) && startsItem == other.startsItem;
  }

  /** The braces of an import are those of a list. */
  boolean opensBlock() {
    return is("{") && !rule.equals("Import");
  }

  boolean closesBlock() {
    return is("}") && !rule.equals("Import");
  }

  /** The last line of its text, which a comment may have several of. */
  int lastWidth() {
    return text.length() - 1 - text.lastIndexOf('\n');
  }
}
