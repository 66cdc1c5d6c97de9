package org.vmn.runtime.simulate;

import java.util.Locale;
import org.vmn.runtime.network.Scenario;

/** Refuses at once what would take for ever. */
final class Bounds {
  private static final long NANOS = 1_000_000_000L;

  /** A year: in nanoseconds it leaves room for sums in 64 bits. */
  static final long LONGEST_NANOS = 366L * 24 * 3600 * NANOS;

  /** 1 TiB, as a payload. */
  private static final long MOST_BYTES = 1L << 40;

  private Bounds() {}

  static void check(Scenario scenario, Options options) throws SimulationException {
    if (scenario.durationNanos() < 1 || scenario.durationNanos() > LONGEST_NANOS) {
      throw new SimulationException(
          "scenario `" + scenario.name() + "` lasts longer than a year, or no time at all",
          scenario.origin());
    }
    double requests = 0;
    for (Scenario.Load load : scenario.loads()) {
      if (load.requestBytes() > MOST_BYTES || load.responseBytes() > MOST_BYTES) {
        throw new SimulationException(
            "a request or response of more than 1 TiB to `" + load.balancer() + "`", load.origin());
      }
      requests += Arrivals.expected(load, scenario.durationNanos());
    }
    if (!(requests <= options.mostRequests())) {
      throw new SimulationException(
          String.format(
              Locale.ROOT,
              "scenario `%s` makes about %.0f requests; the most that is simulated is %d."
                  + " Shorten it or lower its rates",
              scenario.name(),
              requests,
              options.mostRequests()),
          scenario.origin());
    }
  }
}
