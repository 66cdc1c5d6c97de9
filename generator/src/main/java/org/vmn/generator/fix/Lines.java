package org.vmn.generator.fix;

/** Where lines begin in a text. */
final class Lines {
  private final String text;

  Lines(String text) {
    this.text = text;
  }

  /** The offset of a line and a column, both from 1; past the end of the line, its end. */
  int offset(int line, int column) {
    int start = 0;
    for (int i = 1; i < line; i++) {
      int newline = text.indexOf('\n', start);
      if (newline < 0) {
        return text.length();
      }
      start = newline + 1;
    }
    int newline = text.indexOf('\n', start);
    int end = newline < 0 ? text.length() : newline;
    return Math.clamp((long) start + column - 1, start, end);
  }
}
