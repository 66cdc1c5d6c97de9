package org.vmn.tests.lab;

import java.util.List;

/** Ends processes together with what they started. */
final class Processes {
  private Processes() {}

  static void killTree(ProcessHandle root) {
    // Listed before the parent dies: afterwards its children belong to somebody else.
    List<ProcessHandle> children = root.descendants().toList();
    root.destroyForcibly();
    children.forEach(ProcessHandle::destroyForcibly);
  }
}
