package org.vmn.dsl.expand;

import org.eclipse.xtext.nodemodel.INode;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.diagnostics.Problem.Label;
import org.vmn.dsl.expressions.Wrong;

/** What is wrong, with the node that its place counts from. */
final class Placed extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient INode node;
  private final Wrong wrong;
  private final transient @Nullable Passed passed;
  private final transient @Nullable Label used;

  Placed(INode node, Wrong wrong) {
    this(node, wrong, null, null);
  }

  /**
   * @param passed the argument that is wrong, where the node is that of a parameter
   * @param used says at the node what the argument has to be
   */
  Placed(INode node, Wrong wrong, @Nullable Passed passed, @Nullable Label used) {
    super(null, null, false, false);
    this.node = node;
    this.wrong = wrong;
    this.passed = passed;
    this.used = used;
  }

  INode node() {
    return node;
  }

  @Nullable Passed passed() {
    return passed;
  }

  @Nullable Label used() {
    return used;
  }

  Wrong wrong() {
    return wrong;
  }
}
