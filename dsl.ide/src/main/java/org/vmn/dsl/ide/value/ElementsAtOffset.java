package org.vmn.dsl.ide.value;

import java.util.List;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.EObjectAtOffsetHelper;
import org.eclipse.xtext.resource.XtextResource;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.expand.ValueUses;
import org.vmn.dsl.vmn.For;
import org.vmn.dsl.vmn.Parameter;
import org.vmn.dsl.vmn.VmnPackage.Literals;

/** What a name at a place means: also one within an expression, which is no reference to Xtext. */
public class ElementsAtOffset extends EObjectAtOffsetHelper {

  @Override
  public @Nullable EObject getElementWithNameAt(XtextResource resource, int offset) {
    EObject value = value(resource, offset);
    return value == null ? super.getElementWithNameAt(resource, offset) : value;
  }

  @Override
  public @Nullable EObject resolveElementAt(XtextResource resource, int offset) {
    EObject value = value(resource, offset);
    return value == null ? super.resolveElementAt(resource, offset) : value;
  }

  private static @Nullable EObject value(XtextResource resource, int offset) {
    return ValueUses.at(resource, offset)
        .map(ValueUses.Use::target)
        .orElseGet(() -> declared(resource, offset));
  }

  /** A parameter or a repetition's variable whose own name stands at the place. */
  private static @Nullable EObject declared(XtextResource resource, int offset) {
    if (resource.getParseResult() == null) {
      return null;
    }
    INode root = resource.getParseResult().getRootNode();
    for (int at : new int[] {offset, offset - 1}) {
      ILeafNode leaf = at < 0 ? null : NodeModelUtils.findLeafNodeAtOffset(root, at);
      EObject element = leaf == null ? null : NodeModelUtils.findActualSemanticObjectFor(leaf);
      EStructuralFeature feature = feature(element);
      List<INode> nodes =
          feature == null ? List.of() : NodeModelUtils.findNodesForFeature(element, feature);
      if (!nodes.isEmpty()
          && nodes.get(0).getOffset() <= offset
          && offset <= nodes.get(0).getEndOffset()) {
        return element;
      }
    }
    return null;
  }

  private static @Nullable EStructuralFeature feature(@Nullable EObject element) {
    return switch (element) {
      case For loop -> Literals.FOR__VARIABLE;
      case Parameter parameter -> Literals.PARAMETER__NAME;
      case null, default -> null;
    };
  }
}
