package org.vmn.dsl.scoping;

import java.util.List;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.vmn.dsl.vmn.ImportedName;
import org.vmn.dsl.vmn.VmnPackage;

/** The text of an imported name, read without resolving it. */
final class ImportedNames {
  private ImportedNames() {}

  static String text(ImportedName name) {
    List<INode> nodes =
        NodeModelUtils.findNodesForFeature(name, VmnPackage.Literals.IMPORTED_NAME__REF);
    return nodes.isEmpty() ? "" : NodeModelUtils.getTokenText(nodes.get(0));
  }
}
