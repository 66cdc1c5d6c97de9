package org.vmn.runtime.campaign;

import java.util.Arrays;

/**
 * What independent runs say of a figure.
 *
 * @param runs in which it was measured, 1 or more
 * @param halfWidth the mean of infinitely many runs is within this of {@code mean} with a
 *     probability of 95 % (Student); infinite for one run
 */
public record Estimate(int runs, double mean, double halfWidth, double least, double most) {

  /** Of the figures of all runs, in any order. */
  public static Estimate of(double... figures) {
    double[] sorted = figures.clone();
    // A fixed order, so that rounding doesn't depend on who finished first.
    Arrays.sort(sorted);
    int n = sorted.length;
    double mean = Arrays.stream(sorted).sum() / n;
    double squares = Arrays.stream(sorted).map(x -> (x - mean) * (x - mean)).sum();
    double deviation = Math.sqrt(squares / (n - 1));
    double half =
        n == 1 ? Double.POSITIVE_INFINITY : Student.quantile(n - 1) * deviation / Math.sqrt(n);
    return new Estimate(n, mean, half, sorted[0], sorted[n - 1]);
  }
}
