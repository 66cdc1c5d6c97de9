package org.vmn.dsl.ide.symbol;

import com.google.inject.Inject;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.SortedSet;
import java.util.TreeSet;
import org.eclipse.xtext.ide.editor.folding.FoldingRange;
import org.eclipse.xtext.ide.editor.folding.FoldingRangeKind;
import org.eclipse.xtext.ide.editor.folding.IFoldingRangeProvider;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.service.OperationCanceledManager;
import org.eclipse.xtext.util.CancelIndicator;
import org.jspecify.annotations.Nullable;

/**
 * What can be folded: blocks and comments of several lines. Read from the tokens, in one pass:
 * Xtext asks where each element of the file begins and ends.
 */
public class Folds implements IFoldingRangeProvider {
  private static final Comparator<FoldingRange> ORDER =
      Comparator.comparingInt(FoldingRange::getOffset).thenComparingInt(FoldingRange::getLength);

  @Inject private OperationCanceledManager cancelling;

  @Override
  public SortedSet<FoldingRange> getFoldingRanges(XtextResource file, CancelIndicator cancel) {
    SortedSet<FoldingRange> folds = new TreeSet<>(ORDER);
    if (file.getParseResult() == null) {
      return folds;
    }
    String text = file.getParseResult().getRootNode().getText();
    Deque<ILeafNode> open = new ArrayDeque<>();
    for (ILeafNode leaf : file.getParseResult().getRootNode().getLeafNodes()) {
      cancelling.checkCanceled(cancel);
      int start = leaf.getTotalOffset();
      if (leaf.isHidden()) {
        if (text.startsWith("/*", start)) {
          add(start, leaf.getTotalEndOffset(), FoldingRangeKind.COMMENT, text, folds);
        }
      } else if (leaf.getTotalLength() == 1 && text.charAt(start) == '{') {
        open.push(leaf);
      } else if (leaf.getTotalLength() == 1 && text.charAt(start) == '}' && !open.isEmpty()) {
        add(open.pop().getTotalOffset(), leaf.getTotalEndOffset(), null, text, folds);
      }
    }
    return folds;
  }

  private static void add(
      int start,
      int end,
      @Nullable FoldingRangeKind kind,
      String text,
      SortedSet<FoldingRange> folds) {
    int line = text.indexOf('\n', start);
    if (line >= 0 && line < end) {
      folds.add(
          kind == null
              ? new FoldingRange(start, end - start)
              : new FoldingRange(start, end - start, kind));
    }
  }
}
