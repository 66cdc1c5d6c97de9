package org.vmn.runtime.simulate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.vmn.runtime.forward.Place;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Ref;
import org.vmn.runtime.network.Scenario;

/** An engine that takes one event after the other. */
final class EventEngine implements Engine {
  @Override
  public SimulationResult run(Network network, Scenario scenario, Options options) {
    World world = new World(network, scenario, options);
    long end = scenario.durationNanos();
    new Run(world, options, end).go();
    List<SimulationResult.OfService> balancers = new ArrayList<>();
    for (Pool pool : world.pools.values()) {
      balancers.add(pool.ledger().result(pool.balancer().name(), pool.passage()));
    }
    return new SimulationResult(
        network.name(),
        scenario.name(),
        options.seed(),
        end,
        scenario.warmupNanos(),
        balancers,
        List.of(),
        machines(world, end),
        List.of(),
        uplinks(world, end),
        List.of(),
        List.of(),
        List.of(),
        scenario.expectations().stream().map(e -> Judge.verdict(e, world.pools)).toList());
  }

  /** Also those that nothing reached: that a target idles is worth knowing. */
  private static List<SimulationResult.OfMachine> machines(World world, long end) {
    for (Pool pool : world.pools.values()) {
      for (End target : pool.targets()) {
        Place.Adapter at = (Place.Adapter) target.place();
        world.stations.of(target, at.machine().cpu());
      }
    }
    List<SimulationResult.OfMachine> machines = new ArrayList<>();
    world.stations.all().stream()
        .sorted(Comparator.comparingInt(station -> station.machine.replica()))
        .forEach(station -> {
          Place.Adapter at = (Place.Adapter) station.machine.place();
          Ref ref = at.machine().ref(at.offset());
          boolean failed = station.machine.dies() <= end;
          machines.add(
              new SimulationResult.OfMachine(
                  ref, station.served(), station.utilisation(end), failed));
        });
    return machines;
  }

  private static List<SimulationResult.OfWire> uplinks(World world, long end) {
    List<SimulationResult.OfWire> uplinks = new ArrayList<>();
    for (Carriers.Used used : world.carriers.used()) {
      int in = used.out() + 1;
      long bytesOut = world.links.bytes(used.out(), end);
      long bytesIn = world.links.bytes(in, end);
      if (bytesOut + bytesIn > 0) {
        uplinks.add(
            new SimulationResult.OfWire(
                used.uplink().toString(),
                bytesOut,
                bytesIn,
                world.links.utilisation(used.out(), end),
                world.links.utilisation(in, end)));
      }
    }
    return uplinks;
  }
}
