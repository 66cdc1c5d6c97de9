package org.vmn.generator.cli;

/** Whether somebody is watching. The launcher says: Java can't tell one stream from the other. */
final class Terminal {
  private Terminal() {}

  static boolean out() {
    return Boolean.getBoolean("vmn.terminal.out");
  }

  static boolean err() {
    return Boolean.getBoolean("vmn.terminal");
  }
}
