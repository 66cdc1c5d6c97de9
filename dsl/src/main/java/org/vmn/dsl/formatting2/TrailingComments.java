package org.vmn.dsl.formatting2;

import java.util.ArrayList;
import java.util.List;
import org.vmn.dsl.formatting2.Piece.Kind;

/** Comments at the ends of consecutive lines begin in one column, two blanks past the longest. */
final class TrailingComments {
  private static final int DISTANCE = 2;

  private TrailingComments() {}

  static void align(List<Piece> pieces, String[] gaps) {
    List<Integer> run = new ArrayList<>();
    List<Integer> columns = new ArrayList<>();
    int column = 0;
    for (int i = 0; i < gaps.length; i++) {
      int newline = gaps[i].lastIndexOf('\n');
      boolean runsOn = newline == 0 && pieces.get(Math.max(0, i - 1)).kind() == Kind.LINE_COMMENT;
      if (newline >= 0 && !(runsOn && isRun(run, i - 1))) {
        flush(gaps, run, columns);
      }
      boolean trails = i > 0 && newline < 0 && pieces.get(i).kind() == Kind.LINE_COMMENT;
      if (trails) {
        run.add(i);
        columns.add(column);
      }
      column =
          (newline >= 0 ? 0 : column) + gaps[i].length() - 1 - newline + pieces.get(i).lastWidth();
    }
    flush(gaps, run, columns);
  }

  private static boolean isRun(List<Integer> run, int last) {
    return !run.isEmpty() && run.get(run.size() - 1) == last;
  }

  private static void flush(String[] gaps, List<Integer> run, List<Integer> columns) {
    int most = columns.stream().mapToInt(c -> c).max().orElse(0);
    for (int i = 0; i < run.size(); i++) {
      gaps[run.get(i)] = " ".repeat(most - columns.get(i) + DISTANCE);
    }
    run.clear();
    columns.clear();
  }
}
