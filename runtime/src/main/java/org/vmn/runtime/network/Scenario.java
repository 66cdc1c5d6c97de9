package org.vmn.runtime.network;

import java.util.List;

/**
 * A simulated story with expectations.
 *
 * @param warmupNanos at the beginning that statistics leave out, less than the duration
 * @param events in the order written
 */
public record Scenario(
    String name,
    long durationNanos,
    long warmupNanos,
    List<Load> loads,
    List<Event> events,
    List<Expectation> expectations,
    Origin origin) {

  public Scenario {
    loads = List.copyOf(loads);
    events = List.copyOf(events);
    expectations = List.copyOf(expectations);
  }
}
