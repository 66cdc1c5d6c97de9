package org.vmn.runtime.simulate.fluid;

/**
 * All rates and capacities are multiples of a power of two, so small that nobody notices and so
 * large that the sum of those across a resource has no more digits than a double holds. Then sums
 * are exact: they don't depend on their order, and a million changes leave no dust.
 */
final class Quantum {
  /** A double has 53 digits; one is left for sums that exceed the capacity for a moment. */
  private static final int DIGITS = 51;

  private final double size;
  private final double perUnit;

  /**
   * @param largest the largest capacity
   */
  Quantum(double largest) {
    size = Math.scalb(1.0, Math.getExponent(largest) - DIGITS);
    perUnit = 1 / size;
  }

  double floor(double units) {
    return Math.floor(units * perUnit) * size;
  }
}
