package org.vmn.tests.simulate;

import java.util.stream.LongStream;
import org.vmn.runtime.simulate.queue.CalendarQueue;

/**
 * The reference workload W4: a balancer on host A and web machines on B to E; A, B, C on one
 * switch, D, E on another. Up while A and its switch are, and two of the web machines can be
 * reached.
 */
public final class Availability {
  private static final double[] TO_FAILURE = {1000, 1000, 1000, 1000, 1000, 10_000, 10_000};
  private static final double[] TO_REPAIR = {8, 8, 8, 8, 8, 4, 4};
  private static final int FIRST_SWITCH = 1 << 5;
  private static final int SECOND_SWITCH = 1 << 6;
  private static final int NEAR = 0b00110;
  private static final int FAR = 0b11000;
  private static final double NANOS_AN_HOUR = 3600e9;

  /** What many runs came to. */
  public record Outcome(double availability, double error, long events) {}

  private record Sum(double up, double squares, long events) {
    Sum plus(Sum other) {
      return new Sum(up + other.up, squares + other.squares, events + other.events);
    }
  }

  private Availability() {}

  /**
   * @param runs each with a seed of its own, on all processors; the outcome doesn't depend on their
   *     number
   */
  public static Outcome of(int runs, double hours) {
    Sum[] sums =
        LongStream.range(0, runs)
            .parallel()
            .mapToObj(seed -> run(seed * 0x9E37_79B9_7F4A_7C15L + 7, hours))
            .toArray(Sum[]::new);
    Sum all = new Sum(0, 0, 0);
    for (Sum sum : sums) {
      all = all.plus(sum);
    }
    double mean = all.up / runs;
    double deviation = Math.sqrt(all.squares / runs - mean * mean);
    return new Outcome(mean, 1.96 * deviation / Math.sqrt(runs), all.events);
  }

  private static Sum run(long seed, double hours) {
    SplitMix random = new SplitMix(seed);
    CalendarQueue changes = new CalendarQueue();
    long end = (long) (hours * NANOS_AN_HOUR);
    for (int i = 0; i < TO_FAILURE.length; i++) {
      changes.put(i, after(0, TO_FAILURE[i], random));
    }
    int works = (1 << TO_FAILURE.length) - 1;
    long since = 0;
    double up = 0;
    long events = 0;
    while (since < end) {
      long now = Math.min(changes.time(), end);
      up += isUp(works) ? now - since : 0;
      since = now;
      int changed = changes.take();
      works ^= 1 << changed;
      double mean = (works >> changed & 1) != 0 ? TO_FAILURE[changed] : TO_REPAIR[changed];
      changes.put(changed, after(now, mean, random));
      events++;
    }
    double part = up / end;
    return new Sum(part, part * part, events);
  }

  private static long after(long now, double hours, SplitMix random) {
    return now + (long) (random.exponential(1 / hours) * NANOS_AN_HOUR);
  }

  private static boolean isUp(int works) {
    int web = Integer.bitCount(works & NEAR);
    web += (works & SECOND_SWITCH) != 0 ? Integer.bitCount(works & FAR) : 0;
    return (works & 1) != 0 && (works & FIRST_SWITCH) != 0 && web >= 2;
  }
}
