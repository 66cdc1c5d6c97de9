package org.vmn.runtime.simulate;

import org.jspecify.annotations.Nullable;
import org.vmn.runtime.network.Event;
import org.vmn.runtime.network.Scenario;

/** How long it took after failures until requests were served as before. */
final class Recovery {
  /** As before: of a hundred requests no more than one is lost beside those that were. */
  private static final double AS_BEFORE = 0.01;

  /** How many buckets before a failure say what was before. */
  private static final int BEFORE = 10;

  private final long[] failures;

  Recovery(Scenario scenario) {
    failures =
        scenario.events().stream()
            .filter(event -> event instanceof Event.Fail || event instanceof Event.Maintain)
            .mapToLong(Event::atNanos)
            .sorted()
            .toArray();
  }

  boolean anyFailure() {
    return failures.length > 0;
  }

  /** The longest, in nanoseconds; null when nothing failed or one lasted to the end. */
  @Nullable Double nanos(Clock clock) {
    double longest = -1;
    for (int i = 0; i < failures.length; i++) {
      int first = bucket(clock, failures[i]);
      int until = i + 1 < failures.length ? bucket(clock, failures[i + 1]) : clock.buckets();
      double wanted = before(clock, first) - AS_BEFORE;
      int bad = -1;
      int good = -1;
      for (int at = first; at < Math.max(until, first + 1); at++) {
        double success = clock.success(at);
        bad = success >= 0 && success < wanted ? at : bad;
        good = success >= wanted ? at : good;
      }
      if (bad > good && until == clock.buckets()) {
        return null;
      }
      double took = bad < 0 ? 0 : (bad + 1.0) * clock.bucketNanos() - failures[i];
      longest = Math.max(longest, took);
    }
    return longest < 0 ? null : longest;
  }

  private static int bucket(Clock clock, long time) {
    return (int) Math.min(time / clock.bucketNanos(), clock.buckets() - 1L);
  }

  private static double before(Clock clock, int first) {
    double sum = 0;
    int count = 0;
    for (int at = Math.max(0, first - BEFORE); at < first; at++) {
      double success = clock.success(at);
      if (success >= 0) {
        sum += success;
        count++;
      }
    }
    return count == 0 ? 1 : sum / count;
  }

  /** The mean, over time, of the fraction of requests served; null when there were none. */
  static @Nullable Double availability(Clock clock) {
    double sum = 0;
    int count = 0;
    for (int at = 0; at < clock.buckets(); at++) {
      double success = clock.success(at);
      if (success >= 0) {
        sum += success;
        count++;
      }
    }
    return count == 0 ? null : sum / count;
  }
}
