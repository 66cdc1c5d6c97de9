package org.vmn.dsl.guidelines;

import org.jspecify.annotations.Nullable;
import org.vmn.dsl.literals.Dimension;

/** What a property of an element is. */
public enum ValueType {
  NUMBER(Dimension.COUNT),
  SIZE(Dimension.SIZE),
  RATE(Dimension.BANDWIDTH),
  TIME(Dimension.TIME),
  TEXT(null),
  FLAG(null);

  private final @Nullable Dimension dimension;

  ValueType(@Nullable Dimension dimension) {
    this.dimension = dimension;
  }

  /** What it is measured in; null for what is no number. */
  public @Nullable Dimension dimension() {
    return dimension;
  }
}
