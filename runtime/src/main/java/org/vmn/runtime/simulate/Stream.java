package org.vmn.runtime.simulate;

import java.util.HashMap;
import java.util.Map;
import org.vmn.runtime.network.Scenario;

/** A load in action: its clients, its arrivals, and the balancer that they go to. */
final class Stream {
  private final Scenario.Load load;
  private final Pool pool;
  private final Clients clients;
  private final Arrivals arrivals;
  private final Randomness picks;
  private final Carriers carriers;
  private final Map<Sides, Wires> wires = new HashMap<>();

  private record Sides(String client, String target) {}

  Stream(
      Scenario.Load load,
      Pool pool,
      Clients clients,
      Arrivals arrivals,
      Randomness picks,
      Carriers carriers) {
    this.load = load;
    this.pool = pool;
    this.clients = clients;
    this.arrivals = arrivals;
    this.picks = picks;
    this.carriers = carriers;
  }

  Pool pool() {
    return pool;
  }

  Clients clients() {
    return clients;
  }

  Arrivals arrivals() {
    return arrivals;
  }

  End pickClient() {
    return clients.pick(picks);
  }

  Wires wires(End client, End target) {
    return wires.computeIfAbsent(
        new Sides(client.segment().name(), target.segment().name()),
        sides -> new Wires(load, pool, carriers, client, target));
  }
}
