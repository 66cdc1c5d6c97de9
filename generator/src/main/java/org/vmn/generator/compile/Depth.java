package org.vmn.generator.compile;

import java.util.function.Predicate;
import org.vmn.dsl.diagnostics.Code;

/** How closely a file is looked at. */
public enum Depth {
  /** Everything that makes it right or wrong. */
  CHECK(c -> !c.isLint()),
  /** And what is right and still looks like a mistake. */
  LINT(c -> true);

  private final Predicate<Code> looksFor;

  Depth(Predicate<Code> looksFor) {
    this.looksFor = looksFor;
  }

  public boolean looksFor(Code code) {
    return looksFor.test(code);
  }
}
