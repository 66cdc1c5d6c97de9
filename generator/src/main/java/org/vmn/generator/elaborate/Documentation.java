package org.vmn.generator.elaborate;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;

/** What {@code ///} says above a declaration. */
public final class Documentation {
  private static final String MARK = "///";

  private Documentation() {}

  /** The text without its marks, one line for each; empty when there is none. */
  public static String of(EObject declaration) {
    ICompositeNode node = NodeModelUtils.getNode(declaration);
    if (node == null) {
      return "";
    }
    List<String> lines = new ArrayList<>();
    for (ILeafNode leaf : node.getLeafNodes()) {
      if (!leaf.isHidden()) {
        break;
      }
      String text = leaf.getText().strip();
      if (text.startsWith(MARK)) {
        lines.add(text.substring(MARK.length()).strip());
      }
    }
    return String.join("\n", lines);
  }
}
