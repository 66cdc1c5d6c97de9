package org.vmn.runtime.network;

import java.util.List;

/** Work that a scenario brings. */
public sealed interface Load {

  Endpoints from();

  Origin origin();

  /**
   * Requests that arrive whether or not earlier ones were answered.
   *
   * @param curve the rate over time, linear between two points; before the first and after the last
   *     it is theirs. One or more, times ascending
   * @param requestBytes of a request's payload
   * @param responseBytes likewise
   * @param timeoutNanos how long a client waits for the last byte of an answer; 0 for what the
   *     simulation's options say
   */
  record Requests(
      Endpoints from,
      Service service,
      List<Point> curve,
      long requestBytes,
      long responseBytes,
      long timeoutNanos,
      Origin origin)
      implements Load {
    public Requests {
      curve = List.copyOf(curve);
    }
  }

  /**
   * @param atNanos from the scenario's beginning
   * @param requestsPerSecond 0 or more
   */
  record Point(long atNanos, double requestsPerSecond) {}

  /**
   * Clients that each wait for the answer, think, and ask again.
   *
   * @param clients how many, 1 or more
   * @param thinkNanos mean of the exponential time between an answer and the next request
   * @param timeoutNanos as of requests
   */
  record Clients(
      Endpoints from,
      Service service,
      int clients,
      long thinkNanos,
      long requestBytes,
      long responseBytes,
      long timeoutNanos,
      Origin origin)
      implements Load {}

  /**
   * Data that is copied from every source to every destination.
   *
   * @param bytes of each transfer
   * @param atNanos when they begin
   * @param everyNanos when they begin again, 0 for once
   */
  record Transfers(
      Endpoints from, Endpoints to, long bytes, long atNanos, long everyNanos, Origin origin)
      implements Load {}
}
