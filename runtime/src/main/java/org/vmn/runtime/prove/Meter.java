package org.vmn.runtime.prove;

import java.util.function.Supplier;
import org.vmn.runtime.claims.Effort;

/** What may be spent on the assertion that is being proved: tables outlive assertions. */
final class Meter implements Supplier<Effort> {
  private Effort effort = new Effort(0, 0, () -> true);

  void begin(Bounds bounds) {
    effort = new Effort(bounds.walks(), bounds.nanos(), bounds.cancelled());
  }

  @Override
  public Effort get() {
    return effort;
  }
}
