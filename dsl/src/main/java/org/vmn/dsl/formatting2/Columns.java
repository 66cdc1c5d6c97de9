package org.vmn.dsl.formatting2;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.formatting2.Piece.Kind;

/**
 * In consecutive lines that declare the same kind of thing, what follows the names begins in one
 * column: the template of machines, the members of groups, the overlay of segments, the slices of
 * pools.
 */
final class Columns {
  /** What is aligned in lines that begin with a word. */
  private static final Map<String, String> ANCHORS =
      Map.of(
          "group", "=",
          "service", "=",
          "var", "=",
          "vm", ":",
          "template", ":",
          "segment", "in",
          "pool", "split");

  /** Names that differ by more are left where they are: a gap as wide is no column any more. */
  private static final int WIDEST_GAP = 16;

  private final List<Piece> pieces;
  private final String[] gaps;

  private Columns(List<Piece> pieces, String[] gaps) {
    this.pieces = pieces;
    this.gaps = gaps;
  }

  /** A line's anchor: which piece it is, where it begins, and how long the line is. */
  private record Row(String word, int anchor, int column, int width) {}

  static void align(List<Piece> pieces, String[] gaps) {
    new Columns(pieces, gaps).align();
  }

  private void align() {
    List<Row> run = new ArrayList<>();
    int begin = 0;
    while (begin < gaps.length) {
      int end = begin + 1;
      while (end < gaps.length && gaps[end].indexOf('\n') < 0) {
        end++;
      }
      Row row = row(begin, end);
      boolean follows =
          begin > 0 && gaps[begin].startsWith("\n") && !gaps[begin].startsWith("\n\n");
      if (row == null || !follows || !belongs(row, run)) {
        flush(run);
      }
      if (row != null) {
        run.add(row);
      }
      begin = end;
    }
    flush(run);
  }

  private static boolean belongs(Row row, List<Row> run) {
    return run.stream()
        .allMatch(
            r -> r.word().equals(row.word()) && Math.abs(r.column() - row.column()) <= WIDEST_GAP);
  }

  /** Null for a line that has nothing to align. */
  private @Nullable Row row(int begin, int end) {
    Piece first = pieces.get(begin);
    String anchor = first.isToken() ? ANCHORS.get(first.text()) : null;
    if (anchor == null || !first.startsItem()) {
      return null;
    }
    int column = first.lastWidth();
    int found = -1;
    int at = 0;
    boolean open = false;
    for (int i = begin + 1; i < end; i++) {
      Piece piece = pieces.get(i);
      column += gaps[i].length();
      open |= piece.opensBlock();
      if (found < 0 && !open && piece.is(anchor) && gaps[i].equals(" ")) {
        found = i;
        at = column;
      }
      column += piece.kind() == Kind.LINE_COMMENT ? 0 : piece.lastWidth();
    }
    return found < 0 ? null : new Row(first.text(), found, at, column);
  }

  private void flush(List<Row> run) {
    int most = run.stream().mapToInt(Row::column).max().orElse(0);
    boolean fits = run.stream().allMatch(r -> r.width() + most - r.column() <= Layout.WIDTH);
    if (fits) {
      run.forEach(r -> gaps[r.anchor()] = " ".repeat(most - r.column() + 1));
    }
    run.clear();
  }
}
