package org.vmn.runtime.network;

import java.util.List;

/** A simulated story with expectations. */
public record Scenario(
    String name,
    long durationNanos,
    List<Load> loads,
    List<Failure> failures,
    List<Expectation> expectations,
    Origin origin) {
  public Scenario {
    loads = List.copyOf(loads);
    failures = List.copyOf(failures);
    expectations = List.copyOf(expectations);
  }

  /**
   * Requests that arrive whether or not earlier ones were answered; the rate goes linearly from the
   * first to the last figure.
   *
   * @param balancer the name of the balancer that they go to
   * @param requestBytes on the wire, of a request's payload
   * @param responseBytes likewise
   */
  public record Load(
      Endpoints from,
      String balancer,
      double firstRequestsPerSecond,
      double lastRequestsPerSecond,
      long requestBytes,
      long responseBytes,
      Origin origin) {}

  /** At a moment a host or a machine stops. */
  public record Failure(long atNanos, Kind kind, Ref target, Origin origin) {
    /** What fails. */
    public enum Kind {
      HOST,
      MACHINE
    }
  }

  /**
   * A bound on a measured figure.
   *
   * @param percentile above 0, below 100 for latency; 0 otherwise
   * @param balancer whose figure
   * @param bound in the metric's unit: nanoseconds of latency, a fraction of requests lost,
   *     requests per second
   * @param below whether the figure must be below the bound ({@code <}) or above it
   * @param inclusive whether the bound itself is within
   */
  public record Expectation(
      String text,
      Metric metric,
      double percentile,
      String balancer,
      double bound,
      boolean below,
      boolean inclusive,
      Origin origin) {}

  /** What is measured at a balancer. */
  public enum Metric {
    LATENCY,
    LOSS,
    THROUGHPUT
  }
}
