package org.vmn.dsl.ide.inlay;

import com.google.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.lsp4j.InlayHint;
import org.eclipse.lsp4j.InlayHintKind;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.xtext.ide.server.Document;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.service.OperationCanceledManager;
import org.eclipse.xtext.util.CancelIndicator;
import org.vmn.dsl.ide.analysis.Elaborated;
import org.vmn.dsl.ide.analysis.Networks;
import org.vmn.dsl.ide.analysis.Verdicts;
import org.vmn.runtime.network.Network;

/** The hints of the lines that an editor shows; those of others are not computed. */
public class InlayHints {
  @Inject private Networks networks;
  @Inject private Verdicts verdicts;
  @Inject private OperationCanceledManager cancelling;

  /** In the order of the text. */
  public List<InlayHint> hints(
      Document document, XtextResource file, Range range, CancelIndicator cancelIndicator) {
    List<InlayHint> hints = new ArrayList<>();
    if (file.getContents().isEmpty()) {
      return hints;
    }
    int from = document.getOffSet(range.getStart());
    int to = document.getOffSet(range.getEnd());
    Network network = networks.around(file).map(Elaborated::network).orElse(null);
    if (network != null) {
      for (EObject declaration : file.getContents().get(0).eContents()) {
        cancelling.checkCanceled(cancelIndicator);
        ICompositeNode node = NodeModelUtils.getNode(declaration);
        if (node != null && node.getEndOffset() >= from && node.getOffset() <= to) {
          for (ComputedHints.Hint hint : ComputedHints.of(declaration, network)) {
            if (hint.offset() >= from && hint.offset() <= to) {
              hints.add(hint(document.getPosition(hint.offset()), hint.text()));
            }
          }
        }
      }
    }
    VerdictMarks.of(verdicts.in(file))
        .forEach((end, mark) -> {
          int offset = document.getOffSet(end);
          if (offset >= from && offset <= to) {
            hints.add(hint(end, mark));
          }
        });
    hints.sort(
        Comparator.comparingInt((InlayHint hint) -> hint.getPosition().getLine())
            .thenComparingInt(hint -> hint.getPosition().getCharacter()));
    return hints;
  }

  private static InlayHint hint(Position at, String text) {
    InlayHint hint = new InlayHint(at, Either.forLeft(text));
    hint.setKind(InlayHintKind.Type);
    hint.setPaddingLeft(true);
    return hint;
  }
}
