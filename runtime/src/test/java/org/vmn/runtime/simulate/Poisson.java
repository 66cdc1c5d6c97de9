package org.vmn.runtime.simulate;

import static org.junit.jupiter.api.Assertions.assertTrue;

/** Counts of a Poisson process. */
final class Poisson {
  private Poisson() {}

  /** Fails when a count is more than four standard deviations from its mean. */
  static void assertCount(double mean, long count) {
    assertTrue(
        Math.abs(count - mean) <= 4 * Math.sqrt(mean), () -> count + ", expected about " + mean);
  }
}
