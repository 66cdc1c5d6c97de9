package org.vmn.dsl.formatting2;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.vmn.dsl.formatting2.Piece.Kind;

/** Which pieces open and close blocks, and whether those stand in one line. */
final class Blocks {
  private final List<Piece> pieces;

  /** Of a brace, the other one; -1 for other pieces. */
  private final int[] partner;

  /** Of each piece, the brace that opens the block around it, or -1. */
  private final int[] around;

  private final boolean[] inLine;

  Blocks(List<Piece> pieces) {
    this.pieces = pieces;
    partner = new int[pieces.size()];
    around = new int[pieces.size()];
    inLine = new boolean[pieces.size()];
    Arrays.fill(partner, -1);
    pair();
  }

  private void pair() {
    Deque<Integer> open = new ArrayDeque<>();
    int lastNewline = -1;
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      lastNewline =
          piece.newlines() > 0
                  || piece.text().indexOf('\n') >= 0
                  || piece.kind() == Kind.LINE_COMMENT
              ? i
              : lastNewline;
      if (piece.closesBlock() && !open.isEmpty()) {
        int start = open.pop();
        partner[i] = start;
        partner[start] = i;
        inLine[start] = lastNewline <= start || i == start + 1;
      }
      around[i] = open.isEmpty() ? -1 : open.peek();
      if (piece.opensBlock()) {
        open.push(i);
      }
    }
  }

  /** Whether the block around a piece stands in one line; the file as a whole does not. */
  boolean isInLine(int index) {
    return around[index] >= 0 && inLine[around[index]];
  }

  boolean opensBroken(int index) {
    return pieces.get(index).opensBlock() && partner[index] >= 0 && !inLine[index];
  }

  boolean closesBroken(int index) {
    return pieces.get(index).closesBlock() && partner[index] >= 0 && !inLine[partner[index]];
  }

  /**
   * Breaks the first block of each line that is too long.
   *
   * @return whether there was one
   */
  boolean breakLong(String[] gaps, int most) {
    boolean found = false;
    int column = 0;
    int firstBlock = -1;
    boolean broken = false;
    for (int i = 0; i < gaps.length; i++) {
      Piece piece = pieces.get(i);
      if (gaps[i].indexOf('\n') >= 0) {
        column = 0;
        firstBlock = -1;
        broken = false;
      }
      int width = Semicolons.isIdle(pieces, gaps, i) ? 0 : piece.lastWidth();
      column += gaps[i].length() - 1 - gaps[i].lastIndexOf('\n') + width;
      if (firstBlock < 0 && piece.opensBlock() && inLine[i] && partner[i] > i + 1) {
        firstBlock = i;
      }
      if (column > most && firstBlock >= 0 && !broken && piece.kind() != Kind.LINE_COMMENT) {
        inLine[firstBlock] = false;
        broken = true;
        found = true;
      }
    }
    return found;
  }
}
