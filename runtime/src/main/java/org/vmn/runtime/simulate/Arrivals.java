package org.vmn.runtime.simulate;

import org.vmn.runtime.network.Load;

/**
 * When requests arrive: a Poisson process whose rate goes linearly from the first to the last
 * figure. By inversion: the integral of the rate at the n-th arrival is the sum of n exponential
 * numbers (Çinlar, Introduction to Stochastic Processes, 1975).
 */
final class Arrivals {
  private static final double NANOS = 1e9;

  private final Randomness random;
  private final double first;
  private final double slope;
  private final double total;
  private double integral;

  Arrivals(Load.Requests load, long durationNanos, Randomness random) {
    this.random = random;
    first = first(load);
    slope = (last(load) - first) / (durationNanos / NANOS);
    total = expected(load, durationNanos);
  }

  /** The mean number of arrivals. */
  static double expected(Load.Requests load, long durationNanos) {
    return (first(load) + last(load)) / 2 * (durationNanos / NANOS);
  }

  private static double first(Load.Requests load) {
    return load.curve().get(0).requestsPerSecond();
  }

  private static double last(Load.Requests load) {
    return load.curve().get(load.curve().size() - 1).requestsPerSecond();
  }

  /** The time of the next arrival in nanoseconds, or -1 when there is none. */
  long next() {
    integral += random.exponential();
    if (integral >= total) {
      return -1;
    }
    // The smaller root of first * t + slope * t² / 2 = integral, in the form that loses no digits
    // when the slope is small.
    double root = Math.sqrt(Math.max(0, first * first + 2 * slope * integral));
    return (long) (2 * integral / (first + root) * NANOS);
  }
}
