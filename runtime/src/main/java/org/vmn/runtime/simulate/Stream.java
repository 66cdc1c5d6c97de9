package org.vmn.runtime.simulate;

import org.jspecify.annotations.Nullable;
import org.vmn.runtime.network.Load;

/** A load in action: its clients, its arrivals, and the balancer that they go to. */
final class Stream {
  private final Load.Requests load;
  private final Pool pool;
  private final Clients clients;
  private final Arrivals arrivals;
  private final Randomness picks;
  private final Carriers carriers;

  /** By segment of the client and of the target. */
  private @Nullable Wires[][] wires = new Wires[0][0];

  Stream(
      Load.Requests load,
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
    int from = client.uplinks().number();
    int to = target.uplinks().number();
    if (Math.max(from, to) >= wires.length) {
      int more = Math.max(from, to) + 1;
      wires = new Wires[more][more];
    }
    Wires known = wires[from][to];
    if (known == null) {
      known = new Wires(load, pool, carriers, client, target);
      wires[from][to] = known;
    }
    return known;
  }
}
