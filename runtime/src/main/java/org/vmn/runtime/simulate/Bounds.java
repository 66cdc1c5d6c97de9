package org.vmn.runtime.simulate;

import java.util.List;
import java.util.Locale;
import org.vmn.runtime.network.Element;
import org.vmn.runtime.network.Event;
import org.vmn.runtime.network.Expectation;
import org.vmn.runtime.network.Load;
import org.vmn.runtime.network.Scenario;
import org.vmn.runtime.network.Service;

/** Refuses at once what would take for ever. */
final class Bounds {
  private static final long NANOS = 1_000_000_000L;

  /** A year: in nanoseconds it leaves room for sums in 64 bits. */
  static final long LONGEST_NANOS = 366L * 24 * 3600 * NANOS;

  /** 1 TiB, as a payload. */
  private static final long MOST_BYTES = 1L << 40;

  private Bounds() {}

  /** The load as this engine knows it. */
  private static Load.Requests requests(Load load, Scenario scenario) throws SimulationException {
    if (load instanceof Load.Requests requests
        && requests.service() instanceof Service.AtBalancer
        && spans(requests.curve(), scenario.durationNanos())) {
      return requests;
    }
    throw new SimulationException("this engine doesn't simulate such a load yet", load.origin());
  }

  private static boolean spans(List<Load.Point> curve, long durationNanos) {
    return curve.size() == 1
        || curve.size() == 2
            && curve.get(0).atNanos() == 0
            && curve.get(1).atNanos() == durationNanos;
  }

  static String balancer(Load.Requests load) {
    return load.service() instanceof Service.AtBalancer at ? at.balancer() : "";
  }

  static String balancer(Expectation.Subject subject) {
    return subject instanceof Expectation.Subject.OfBalancer of ? of.balancer() : "";
  }

  static void check(Scenario scenario, Options options) throws SimulationException {
    if (scenario.durationNanos() < 1 || scenario.durationNanos() > LONGEST_NANOS) {
      throw new SimulationException(
          "scenario `" + scenario.name() + "` lasts longer than a year, or no time at all",
          scenario.origin());
    }
    double requests = 0;
    for (Load any : scenario.loads()) {
      Load.Requests load = requests(any, scenario);
      if (load.requestBytes() > MOST_BYTES || load.responseBytes() > MOST_BYTES) {
        throw new SimulationException(
            "a request or response of more than 1 TiB to `" + balancer(load) + "`", load.origin());
      }
      requests += Arrivals.expected(load, scenario.durationNanos());
    }
    for (Event event : scenario.events()) {
      if (!(event instanceof Event.Fail fail
          && (fail.element() instanceof Element.OfHost
              || fail.element() instanceof Element.OfMachine))) {
        throw new SimulationException("this engine doesn't simulate that yet", event.origin());
      }
    }
    for (Expectation expectation : scenario.expectations()) {
      switch (expectation.metric()) {
        case LATENCY, LOSS, THROUGHPUT -> balancer(expectation.subject());
        default ->
            throw new SimulationException(
                "this engine doesn't measure that yet", expectation.origin());
      }
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
