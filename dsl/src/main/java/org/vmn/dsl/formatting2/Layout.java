package org.vmn.dsl.formatting2;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.vmn.dsl.formatting2.Piece.Kind;

/**
 * Decides what stands before each piece. A block that is on one line stays there while the line is
 * not too long; every other has a line for each property.
 */
final class Layout {
  static final int WIDTH = 100;

  private static final Set<String> OPEN_ENDS = Set.of(",", "->", "=>", "=", ":", "except");
  private static final Set<String> OPEN_STARTS = Set.of("->", "=>", "except");

  private final List<Piece> pieces;
  private final Spacing spacing;
  private final Blocks blocks;

  Layout(List<Piece> pieces) {
    this.pieces = pieces;
    spacing = new Spacing(pieces);
    blocks = new Blocks(pieces);
  }

  /** What stands before each piece and, last, after all of them. */
  List<String> gaps() {
    String[] gaps = gapsOnce();
    while (blocks.breakLong(gaps, WIDTH)) {
      gaps = gapsOnce();
    }
    Columns.align(pieces, gaps);
    TrailingComments.align(pieces, gaps);
    List<String> all = new ArrayList<>(Arrays.asList(gaps));
    all.add(pieces.isEmpty() ? "" : "\n");
    return all;
  }

  private String[] gapsOnce() {
    String[] gaps = new String[pieces.size()];
    int depth = 0;
    for (int i = 0; i < gaps.length; i++) {
      Piece piece = pieces.get(i);
      boolean opened = i > 0 && blocks.opensBroken(i - 1);
      depth += opened ? 1 : blocks.closesBroken(i) ? -1 : 0;
      depth -= opened && blocks.closesBroken(i) ? 1 : 0;
      gaps[i] = i == 0 ? "" : gap(i, piece, depth, opened);
    }
    return gaps;
  }

  private String gap(int i, Piece piece, int depth, boolean opened) {
    Piece before = pieces.get(i - 1);
    boolean ownLine = isOnOwnLine(i, piece, before);
    if (ownLine) {
      boolean blankLine = piece.newlines() > 1 && !opened && !blocks.closesBroken(i);
      return "\n".repeat(blankLine ? 2 : 1) + " ".repeat(indent(i, piece, depth));
    }
    if (!piece.isToken() || !before.isToken()) {
      return " ";
    }
    if (before.opensBlock() && piece.closesBlock()) {
      return "";
    }
    return spacing.isTight(i) ? "" : " ";
  }

  private boolean isOnOwnLine(int i, Piece piece, Piece before) {
    if (before.kind() == Kind.LINE_COMMENT) {
      return true;
    }
    if (!piece.isToken() || !before.isToken()) {
      return piece.newlines() > 0 || piece.isToken() && startsLine(i, piece);
    }
    return startsLine(i, piece)
        || piece.newlines() > 0
            && (OPEN_ENDS.contains(before.text()) || OPEN_STARTS.contains(piece.text()));
  }

  private boolean startsLine(int i, Piece piece) {
    return piece.startsItem() && !blocks.isInLine(i) || blocks.closesBroken(i);
  }

  /** What goes on from the line before stands further in than what begins. */
  private int indent(int i, Piece piece, int depth) {
    boolean begins = startsLine(i, piece) || !piece.isToken() && !isWithinItem(i) || piece.is(";");
    return 2 * depth + (begins ? 0 : 4);
  }

  /** Whether a comment stands amid the tokens of one declaration or property. */
  private boolean isWithinItem(int i) {
    for (int next = i + 1; next < pieces.size(); next++) {
      Piece piece = pieces.get(next);
      if (piece.isToken()) {
        return !piece.startsItem() && !piece.closesBlock() && !piece.is(";");
      }
    }
    return false;
  }
}
