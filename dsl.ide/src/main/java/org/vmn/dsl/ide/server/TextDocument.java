package org.vmn.dsl.ide.server;

import java.util.Arrays;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.xtext.ide.server.Document;
import org.eclipse.xtext.util.ITextRegion;
import org.eclipse.xtext.util.TextRegion;

/**
 * A text with an index of its lines: Xtext's walks the whole text for each position. A position
 * past the end of a line means its end, as the protocol says.
 */
final class TextDocument extends Document {
  private final int[] lines;

  TextDocument(int version, String text) {
    super(version, text, false);
    this.lines = lines(text);
  }

  /** The text with changes applied one after the other. */
  TextDocument with(int version, Iterable<? extends TextDocumentContentChangeEvent> changes) {
    TextDocument document = this;
    for (TextDocumentContentChangeEvent change : changes) {
      String text = change.getText();
      if (change.getRange() != null) {
        ITextRegion region = document.getTextRegion(change.getRange());
        String old = document.getContents();
        text = old.substring(0, region.getOffset()) + text + old.substring(region.getEndOffset());
      }
      document = new TextDocument(version, text);
    }
    return document;
  }

  @Override
  public int getOffSet(Position position) {
    int line = position.getLine();
    if (line >= lines.length) {
      return getContents().length();
    }
    int end = line + 1 < lines.length ? lines[line + 1] - 1 : getContents().length();
    if (end > lines[line]
        && end < getContents().length()
        && getContents().charAt(end - 1) == '\r') {
      end--;
    }
    return Math.min(lines[line] + position.getCharacter(), Math.max(end, lines[line]));
  }

  @Override
  public Position getPosition(int offset) {
    int within = Math.max(0, Math.min(offset, getContents().length()));
    int found = Arrays.binarySearch(lines, within);
    int line = found >= 0 ? found : -found - 2;
    return new Position(line, within - lines[line]);
  }

  @Override
  public ITextRegion getTextRegion(Range range) {
    int start = getOffSet(range.getStart());
    return new TextRegion(start, Math.max(0, getOffSet(range.getEnd()) - start));
  }

  @Override
  public int getLineCount() {
    return lines.length;
  }

  private static int[] lines(String text) {
    int[] starts = new int[16];
    int count = 1;
    for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
      if (count == starts.length) {
        starts = Arrays.copyOf(starts, 2 * count);
      }
      starts[count++] = at + 1;
    }
    return Arrays.copyOf(starts, count);
  }
}
