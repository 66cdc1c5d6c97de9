package org.vmn.dsl.expand;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.nodemodel.INode;
import org.vmn.dsl.imports.SourceText;

/** Remembers on a copy what its text would be, had it been written out. */
final class Rewritten {
  private Rewritten() {}

  static void put(EObject copy, INode node, String text) {
    copy.eAdapters().add(new SourceText.Replacement(node.getOffset(), node.getEndOffset(), text));
  }
}
