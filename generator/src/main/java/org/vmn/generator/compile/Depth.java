package org.vmn.generator.compile;

import org.vmn.dsl.diagnostics.Code;

/** How closely a file is looked at. */
public enum Depth {
  /** Everything that makes it right or wrong. */
  CHECK,
  /** And what is right and still looks like a mistake. */
  LINT;

  public boolean looksFor(Code code) {
    return this == LINT || !code.isLint();
  }
}
