package org.vmn.runtime.prove;

import java.util.function.BooleanSupplier;

/**
 * How much may be spent. Past the walks or the time of one assertion, or when it is cancelled, the
 * answer is UNDECIDED; past the memory, what was worked out is forgotten and worked out again.
 *
 * @param walks connections that may be followed for one assertion
 * @param nanos of time for one assertion, 0 for no limit
 * @param bytes that rows may hold, about; 0 for no limit
 * @param cancelled asked often, on the thread that proves
 */
public record Bounds(long walks, long nanos, long bytes, BooleanSupplier cancelled) {
  /** Some minutes, and a gibibyte. */
  public static final Bounds USUAL = new Bounds(20_000_000, 0);

  /** Of one assertion, never cancelled. */
  public Bounds(long walks, long nanos) {
    this(walks, nanos, 1L << 30, () -> false);
  }

  /** The same, until somebody needs the answer no more. */
  public Bounds until(BooleanSupplier worthless) {
    return new Bounds(walks, nanos, bytes, worthless);
  }
}
