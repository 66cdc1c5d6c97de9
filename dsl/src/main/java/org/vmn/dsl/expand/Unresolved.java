package org.vmn.dsl.expand;

/** Something has no value, and it has been said why. */
final class Unresolved extends RuntimeException {
  private static final long serialVersionUID = 1;

  Unresolved() {
    super(null, null, false, false);
  }
}
