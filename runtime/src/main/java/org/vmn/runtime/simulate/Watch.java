package org.vmn.runtime.simulate;

import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;

/**
 * Who looks at a run while it goes on.
 *
 * @param progress called with the fraction of simulated time that has passed, about a hundred times
 * @param cancelled asked often; true ends the run without a result
 * @param stopped asked often; true ends the run with what there is
 * @param traceNanos the first request that a load makes from then on is followed; {@link #NOTHING}
 *     for none
 * @param loads whether the load of machines, hosts and wires over time is kept
 */
public record Watch(
    DoubleConsumer progress,
    BooleanSupplier cancelled,
    BooleanSupplier stopped,
    long traceNanos,
    boolean loads) {
  /** No request is followed. */
  public static final long NOTHING = -1;

  /** Nobody does. */
  public static final Watch NOBODY =
      new Watch(fraction -> {}, () -> false, () -> false, NOTHING, false);

  public Watch withProgress(DoubleConsumer listener) {
    return new Watch(listener, cancelled, stopped, traceNanos, loads);
  }

  public Watch withCancellation(BooleanSupplier asked) {
    return new Watch(progress, asked, stopped, traceNanos, loads);
  }

  public Watch withStop(BooleanSupplier asked) {
    return new Watch(progress, cancelled, asked, traceNanos, loads);
  }

  public Watch withTrace(long fromNanos) {
    return new Watch(progress, cancelled, stopped, fromNanos, loads);
  }

  public Watch withLoads(boolean kept) {
    return new Watch(progress, cancelled, stopped, traceNanos, kept);
  }
}
