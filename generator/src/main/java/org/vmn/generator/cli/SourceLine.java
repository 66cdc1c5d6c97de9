package org.vmn.generator.cli;

import org.vmn.runtime.network.Origin;

/**
 * A line of a source as a terminal shows it: cut around the place that matters when it is long, and
 * without characters that a terminal obeys.
 *
 * @param pointer blanks up to the place, then a mark under each of its characters
 */
record SourceLine(String text, String pointer) {
  private static final int MOST = 140;

  /** How much is shown before the place when the line is cut. */
  private static final int BEFORE = 60;

  private static final String CUT = "…";

  static SourceLine of(String line, Origin at, char mark) {
    int column = Math.min(Math.max(1, at.column()), line.length() + 1) - 1;
    int start = line.length() <= MOST || column <= BEFORE ? 0 : column - BEFORE;
    int end = Math.min(line.length(), start + MOST);
    String before = start == 0 ? "" : CUT;
    String text = before + visible(line.substring(start, end)) + (end == line.length() ? "" : CUT);
    int last = at.endLine() == at.line() ? Math.min(at.endColumn() - 1, end) : end;
    String marks = String.valueOf(mark).repeat(Math.max(1, last - column));
    return new SourceLine(text, " ".repeat(before.length() + column - start) + marks);
  }

  private static String visible(String text) {
    StringBuilder out = new StringBuilder();
    text.chars()
        .forEach(
            c -> out.append(c == '\t' ? ' ' : Character.isISOControl(c) ? '\uFFFD' : (char) c));
    return out.toString();
  }
}
