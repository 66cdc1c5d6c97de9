package org.vmn.dsl.ide.contentassist;

import com.google.inject.Inject;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.lsp4j.CompletionItemKind;
import org.eclipse.xtext.ide.editor.contentassist.ContentAssistEntry;
import org.eclipse.xtext.ide.editor.contentassist.IIdeContentProposalAcceptor;
import org.eclipse.xtext.ide.server.contentassist.ContentAssistService;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.IEObjectDescription;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.util.TextRegion;
import org.vmn.dsl.ide.symbol.Kinds;
import org.vmn.dsl.ide.value.ArgumentPlace;
import org.vmn.dsl.ide.value.ExpressionPlace;

/** Completion, with the icon of the kind of declaration that a name stands for. */
public class Completion extends ContentAssistService {

  @Inject private ValueProposals values;

  /**
   * Proposed besides: values within an expression, where the grammar reads text, and the names of
   * arguments.
   */
  @Override
  protected void createProposals(
      String document,
      TextRegion selection,
      int caret,
      XtextResource resource,
      IIdeContentProposalAcceptor acceptor) {
    super.createProposals(document, selection, caret, resource, acceptor);
    if (resource.getParseResult() == null) {
      return;
    }
    int start = ExpressionPlace.start(document, caret);
    String prefix = document.substring(start, caret);
    ArgumentPlace.at(document, start)
        .ifPresent(place -> values.arguments(resource, place, prefix, acceptor));
    if (ExpressionPlace.is(document, caret)) {
      INode root = resource.getParseResult().getRootNode();
      ILeafNode leaf = NodeModelUtils.findLeafNodeAtOffset(root, Math.max(0, start - 1));
      EObject at = leaf == null ? null : NodeModelUtils.findActualSemanticObjectFor(leaf);
      values.values(at, prefix, v -> true, acceptor);
      values.functions(prefix, acceptor);
    }
  }

  @Override
  protected CompletionItemKind translateKind(ContentAssistEntry entry) {
    if (entry.getSource() instanceof IEObjectDescription declaration) {
      return Kinds.completion(declaration.getEClass());
    }
    return super.translateKind(entry);
  }
}
