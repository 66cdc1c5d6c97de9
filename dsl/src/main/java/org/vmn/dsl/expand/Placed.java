package org.vmn.dsl.expand;

import org.eclipse.xtext.nodemodel.INode;
import org.vmn.dsl.expressions.Wrong;

/** What is wrong, with the node that its place counts from. */
final class Placed extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient INode node;
  private final Wrong wrong;

  Placed(INode node, Wrong wrong) {
    super(null, null, false, false);
    this.node = node;
    this.wrong = wrong;
  }

  INode node() {
    return node;
  }

  Wrong wrong() {
    return wrong;
  }
}
