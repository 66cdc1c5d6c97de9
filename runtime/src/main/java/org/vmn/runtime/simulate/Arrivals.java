package org.vmn.runtime.simulate;

/**
 * When requests arrive: a Poisson process with a rate that changes. By inversion: the integral of
 * the rate at the n-th arrival is the sum of n exponential numbers (Çinlar, Introduction to
 * Stochastic Processes, 1975).
 */
final class Arrivals {
  private final RateCurve curve;
  private final Randomness random;
  private int piece;
  private double integral;

  Arrivals(RateCurve curve, Randomness random) {
    this.curve = curve;
    this.random = random;
  }

  /** The time of the next arrival in nanoseconds, or -1 when there is none. */
  long next() {
    integral += random.exponential();
    while (piece < curve.first().length && integral >= curve.expected(piece)) {
      integral -= curve.expected(piece);
      piece++;
    }
    return piece == curve.first().length ? -1 : curve.when(piece, integral);
  }
}
