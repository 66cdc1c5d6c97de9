package org.vmn.dsl.formatting2;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.xtext.parser.IParseResult;
import org.eclipse.xtext.parser.IParser;

/**
 * A semicolon separates within a line; at its end, or that of a block, it says nothing and goes.
 */
final class Semicolons {
  private Semicolons() {}

  /**
   * The pieces of a file without idle semicolons. All of them, if something would mean another
   * thing without one.
   */
  static List<Piece> needed(List<Piece> pieces, IParser parser) {
    String[] gaps = new Layout(pieces).gaps().toArray(String[]::new);
    List<Piece> needed = new ArrayList<>(pieces.size());
    for (int i = 0; i < pieces.size(); i++) {
      if (!isIdle(pieces, gaps, i)) {
        needed.add(pieces.get(i));
      }
    }
    return needed.size() == pieces.size() || !isSame(needed, parser) ? pieces : needed;
  }

  /**
   * Whether nothing comes after a semicolon in its line or block.
   *
   * @param gaps what stands before each piece; there may be one more, after the last
   */
  static boolean isIdle(List<Piece> pieces, String[] gaps, int index) {
    if (!pieces.get(index).is(";")) {
      return false;
    }
    int next = index + 1;
    while (next < pieces.size() && pieces.get(next).is(";")) {
      next++;
    }
    return next == pieces.size()
        || gaps[next].indexOf('\n') >= 0
        || pieces.get(next).closesBlock()
        || pieces.get(next).kind() == Piece.Kind.LINE_COMMENT;
  }

  private static boolean isSame(List<Piece> pieces, IParser parser) {
    IParseResult parsed = parser.parse(new StringReader(text(pieces)));
    if (parsed.hasSyntaxErrors()) {
      return false;
    }
    List<Piece> read = PieceReader.read(parsed);
    boolean same = read.size() == pieces.size();
    for (int i = 0; same && i < read.size(); i++) {
      same = read.get(i).means(pieces.get(i));
    }
    return same;
  }

  private static String text(List<Piece> pieces) {
    List<String> gaps = new Layout(pieces).gaps();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < pieces.size(); i++) {
      text.append(gaps.get(i)).append(pieces.get(i).text());
    }
    return text.append('\n').toString();
  }
}
