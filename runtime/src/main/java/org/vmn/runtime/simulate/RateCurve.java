package org.vmn.runtime.simulate;

import java.util.List;
import java.util.TreeSet;
import org.vmn.runtime.network.Event;
import org.vmn.runtime.network.Load;
import org.vmn.runtime.network.Scenario;

/**
 * How many requests a second arrive: linear in each of its pieces.
 *
 * @param times where pieces begin, in nanoseconds, and the scenario's end
 * @param first the rate at each piece's beginning
 * @param last the rate at each piece's end
 */
record RateCurve(long[] times, double[] first, double[] last) {
  private static final double NANOS = 1e9;

  static RateCurve of(Load.Requests load, Scenario scenario) {
    TreeSet<Long> cuts = new TreeSet<>(List.of(0L, scenario.durationNanos()));
    List<Event.Burst> bursts =
        scenario.events().stream()
            .filter(event -> event instanceof Event.Burst)
            .map(Event.Burst.class::cast)
            .filter(burst -> burst.service().equals(load.service()))
            .toList();
    load.curve().forEach(point -> cuts.add(point.atNanos()));
    for (Event.Burst burst : bursts) {
      cuts.add(burst.atNanos());
      cuts.add(burst.atNanos() + burst.durationNanos());
    }
    long[] times =
        cuts.headSet(scenario.durationNanos(), true).stream().mapToLong(Long::longValue).toArray();
    double[] first = new double[times.length - 1];
    double[] last = new double[times.length - 1];
    for (int i = 0; i < first.length; i++) {
      double factor = 1;
      for (Event.Burst burst : bursts) {
        boolean within =
            burst.atNanos() <= times[i] && times[i] < burst.atNanos() + burst.durationNanos();
        factor *= within ? burst.factor() : 1;
      }
      first[i] = factor * rate(load.curve(), times[i]);
      last[i] = factor * rate(load.curve(), times[i + 1]);
    }
    return new RateCurve(times, first, last);
  }

  private static double rate(List<Load.Point> curve, long time) {
    Load.Point before = curve.get(0);
    for (Load.Point point : curve) {
      if (point.atNanos() >= time) {
        double span = point.atNanos() - before.atNanos();
        double part = span > 0 ? (time - before.atNanos()) / span : 1;
        return before.requestsPerSecond()
            + Math.max(0, part) * (point.requestsPerSecond() - before.requestsPerSecond());
      }
      before = point;
    }
    return before.requestsPerSecond();
  }

  /** The mean number of arrivals in a piece. */
  double expected(int piece) {
    return (first[piece] + last[piece]) / 2 * ((times[piece + 1] - times[piece]) / NANOS);
  }

  /** The mean number of arrivals. */
  double expected() {
    double sum = 0;
    for (int i = 0; i < first.length; i++) {
      sum += expected(i);
    }
    return sum;
  }

  /**
   * When, within a piece, so many arrivals are to be expected.
   *
   * @return nanoseconds from the scenario's beginning
   */
  long when(int piece, double arrivals) {
    double seconds = (times[piece + 1] - times[piece]) / NANOS;
    double slope = (last[piece] - first[piece]) / seconds;
    // The smaller root of first * t + slope * t² / 2 = arrivals, in the form that loses no digits
    // when the slope is small.
    double root = Math.sqrt(Math.max(0, first[piece] * first[piece] + 2 * slope * arrivals));
    long after = (long) (2 * arrivals / (first[piece] + root) * NANOS);
    return Math.min(times[piece] + after, times[piece + 1]);
  }
}
