package org.vmn.runtime.simulate;

import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;

/**
 * How to run, and what the network doesn't say.
 *
 * @param seed every random number follows from it
 * @param mostRequests an estimate above it is refused
 * @param demandNanos mean processor time that a request takes on a target; exponentially
 *     distributed
 * @param queue requests that may wait at a target, beside those in service; a further one is
 *     refused
 * @param timeoutNanos how long a client of which nothing else is said waits for the last byte of an
 *     answer before it gives up
 * @param untilNanos when to stop before the end; {@link Long#MAX_VALUE} for not
 * @param watch who looks on
 */
public record Options(
    long seed,
    long mostRequests,
    long demandNanos,
    int queue,
    long timeoutNanos,
    long untilNanos,
    Watch watch) {
  /** 50 million: about a minute, and 2 GB at the very worst. */
  public static final long MOST_REQUESTS = 50_000_000;

  /** 1 ms, until programs say what a request costs. */
  public static final long DEMAND_NANOS = 1_000_000;

  /** 511: the listen backlog of nginx and Redis. */
  public static final int QUEUE = 511;

  /**
   * 1 s: Linux's first retransmission of a lost SYN, after which no client is content (RFC 6298,
   * 2.1).
   */
  public static final long TIMEOUT_NANOS = 1_000_000_000;

  public Options {
    if (mostRequests < 0 || queue < 0) {
      throw new IllegalArgumentException("negative options");
    }
    if (demandNanos < 0 || demandNanos > Bounds.LONGEST_NANOS) {
      throw new IllegalArgumentException("a demand of " + demandNanos + " ns");
    }
    if (timeoutNanos < 1 || timeoutNanos > Bounds.LONGEST_NANOS) {
      throw new IllegalArgumentException("a timeout of " + timeoutNanos + " ns");
    }
    if (untilNanos < 1) {
      throw new IllegalArgumentException("until " + untilNanos + " ns");
    }
  }

  /** Everything else by default. */
  public static Options seeded(long seed) {
    return new Options(
        seed, MOST_REQUESTS, DEMAND_NANOS, QUEUE, TIMEOUT_NANOS, Long.MAX_VALUE, Watch.NOBODY);
  }

  public Options withMostRequests(long most) {
    return new Options(seed, most, demandNanos, queue, timeoutNanos, untilNanos, watch);
  }

  public Options withDemandNanos(long demand) {
    return new Options(seed, mostRequests, demand, queue, timeoutNanos, untilNanos, watch);
  }

  public Options withQueue(int length) {
    return new Options(seed, mostRequests, demandNanos, length, timeoutNanos, untilNanos, watch);
  }

  public Options withTimeoutNanos(long timeout) {
    return new Options(seed, mostRequests, demandNanos, queue, timeout, untilNanos, watch);
  }

  public Options withUntilNanos(long until) {
    return new Options(seed, mostRequests, demandNanos, queue, timeoutNanos, until, watch);
  }

  public Options withWatch(Watch watching) {
    return new Options(seed, mostRequests, demandNanos, queue, timeoutNanos, untilNanos, watching);
  }

  public Options withProgress(DoubleConsumer listener) {
    return withWatch(watch.withProgress(listener));
  }

  public Options withCancellation(BooleanSupplier asked) {
    return withWatch(watch.withCancellation(asked));
  }
}
