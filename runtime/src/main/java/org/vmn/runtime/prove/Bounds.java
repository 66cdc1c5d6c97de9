package org.vmn.runtime.prove;

/**
 * How much may be spent on one assertion. Past it the answer is UNDECIDED.
 *
 * @param walks connections that may be followed
 * @param nanos of time, 0 for no limit
 */
public record Bounds(long walks, long nanos) {
  /** Some minutes. */
  public static final Bounds USUAL = new Bounds(20_000_000, 0);
}
