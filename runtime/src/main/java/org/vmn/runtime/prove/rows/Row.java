package org.vmn.runtime.prove.rows;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The sources that one class of destinations lets in, by interval of traffic. A cell is null until
 * somebody asks.
 */
final class Row {
  private int[] cuts;
  private @Nullable Bits[] cells;

  /**
   * @param cuts first point of each interval, ascending, from 0
   */
  Row(int[] cuts) {
    this.cuts = cuts;
    cells = new Bits[cuts.length];
  }

  int[] cuts() {
    return cuts;
  }

  @Nullable Bits cell(int i) {
    return cells[i];
  }

  void cell(int i, Bits bits) {
    cells[i] = bits;
  }

  /** The interval that holds a point. */
  static int find(int[] cuts, int point) {
    int at = Arrays.binarySearch(cuts, point);
    return at >= 0 ? at : -at - 2;
  }

  /** Rules on these points changed: the intervals there are to be worked out again. */
  void change(int first, int last) {
    cut(first);
    if (last < Points.LAST) {
      cut(last + 1);
    }
    Arrays.fill(cells, find(cuts, first), find(cuts, last) + 1, null);
  }

  private void cut(int point) {
    int at = find(cuts, point);
    if (cuts[at] == point) {
      return;
    }
    int[] moreCuts = new int[cuts.length + 1];
    @Nullable Bits[] moreCells = new Bits[cuts.length + 1];
    System.arraycopy(cuts, 0, moreCuts, 0, at + 1);
    System.arraycopy(cells, 0, moreCells, 0, at + 1);
    moreCuts[at + 1] = point;
    moreCells[at + 1] = cells[at];
    System.arraycopy(cuts, at + 1, moreCuts, at + 2, cuts.length - at - 1);
    System.arraycopy(cells, at + 1, moreCells, at + 2, cells.length - at - 1);
    cuts = moreCuts;
    cells = moreCells;
  }

  /** No rule begins or ends at a point any more: both sides are the same again. */
  void join(int point) {
    int at = find(cuts, point);
    if (at == 0 || cuts[at] != point) {
      return;
    }
    Bits known = cells[at] == null ? cells[at - 1] : cells[at];
    int[] fewerCuts = new int[cuts.length - 1];
    @Nullable Bits[] fewerCells = new Bits[cuts.length - 1];
    System.arraycopy(cuts, 0, fewerCuts, 0, at);
    System.arraycopy(cells, 0, fewerCells, 0, at);
    System.arraycopy(cuts, at + 1, fewerCuts, at, cuts.length - at - 1);
    System.arraycopy(cells, at + 1, fewerCells, at, cuts.length - at - 1);
    fewerCells[at - 1] = known;
    cuts = fewerCuts;
    cells = fewerCells;
  }
}
