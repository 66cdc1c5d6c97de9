package org.vmn.runtime.simulate;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.network.Balancer;
import org.vmn.runtime.network.Expectation;
import org.vmn.runtime.network.Link;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.network.Program;
import org.vmn.runtime.network.Service;

/** Reads off what came out of a run. */
final class Figures {
  private final World world;
  private final List<SimulationResult.Takeover> takeovers;
  private final long end;

  Figures(World world, List<SimulationResult.Takeover> takeovers) {
    this.world = world;
    this.takeovers = takeovers;
    end = world.end;
  }

  List<SimulationResult.Takeover> takeovers() {
    return takeovers;
  }

  /** Of who can be asked, if they were; else null. */
  @Nullable Ledger ledger(Expectation.Subject subject) {
    return switch (subject) {
      case Expectation.Subject.OfBalancer of -> {
        Pool pool = world.services.balancerNamed(of.balancer());
        yield pool == null ? null : pool.ledger();
      }
      case Expectation.Subject.OfProgram of -> world.stations.known(of.machine(), of.program());
      default -> null;
    };
  }

  List<SimulationResult.OfService> balancers() {
    List<SimulationResult.OfService> all = new ArrayList<>();
    for (Balancer balancer : world.network.balancers()) {
      Pool pool = world.services.balancerNamed(balancer.name());
      if (pool != null) {
        all.add(pool.ledger().result(pool.name(), pool.passage()));
      }
    }
    return all;
  }

  List<SimulationResult.OfService> programs() {
    List<SimulationResult.OfService> all = new ArrayList<>();
    for (Machine machine : world.network.machines()) {
      for (Program program : machine.programs()) {
        Ledger ledger = world.stations.known(machine.name(), program.name());
        if (ledger != null) {
          String name = machine.name() + "." + program.name();
          Pool direct = world.services.programNamed(name);
          all.add(ledger.result(name, direct == null ? null : direct.passage()));
        }
      }
    }
    return all;
  }

  /** Also those that nothing reached: that a target idles is worth knowing. */
  List<SimulationResult.OfMachine> machines() {
    List<SimulationResult.OfMachine> all = new ArrayList<>();
    for (Processor processor : world.stations.processors()) {
      all.add(
          new SimulationResult.OfMachine(
              world.site.guests.ref(processor.replica),
              processor.served,
              utilisation(processor),
              processor.hasFailed,
              world.site.guests.runs(processor.replica)));
    }
    return all;
  }

  double utilisation(Processor processor) {
    double up = processor.up(end);
    return up == 0 ? 0 : world.cpu.work(processor, end) / (processor.cpus * up);
  }

  List<SimulationResult.OfHost> hosts() {
    List<SimulationResult.OfHost> all = new ArrayList<>();
    double[] work = new Computed(world).nanos(end);
    for (int host = 0; host < work.length; host++) {
      if (work[host] > 0) {
        all.add(
            new SimulationResult.OfHost(world.site.hosts.ref(host), utilisation(host, work[host])));
      }
    }
    return all;
  }

  private double utilisation(int host, double work) {
    int cpus = world.site.hosts.host(host).cpu();
    return cpus == 0 ? -1 : work / ((double) cpus * end);
  }

  /** Of all replicas of a host; -1 when their processors aren't stated. */
  double hostUtilisation(String name) {
    double[] work = new Computed(world).nanos(end);
    double sum = 0;
    double could = 0;
    for (int host = 0; host < work.length; host++) {
      if (world.site.hosts.host(host).name().equals(name)) {
        sum += work[host];
        could += (double) world.site.hosts.host(host).cpu() * end;
      }
    }
    return could == 0 ? -1 : sum / could;
  }

  List<SimulationResult.OfWire> uplinks() {
    List<SimulationResult.OfWire> all = new ArrayList<>();
    for (Carriers.Used used : world.carriers.used()) {
      SimulationResult.OfWire wire = wire(used.uplink().toString(), used.out());
      if (wire.bytesOut() + wire.bytesIn() > 0) {
        all.add(wire);
      }
    }
    return all;
  }

  List<SimulationResult.OfWire> links() {
    List<SimulationResult.OfWire> all = new ArrayList<>();
    List<Link> wires = world.wiring.wires();
    for (int i = 0; i < wires.size(); i++) {
      SimulationResult.OfWire wire = wire(wires.get(i).name(), world.wiring.link(i));
      if (wire.bytesOut() + wire.bytesIn() > 0) {
        all.add(wire);
      }
    }
    return all;
  }

  SimulationResult.OfWire wire(String name, int link) {
    return new SimulationResult.OfWire(
        name, bytes(link), bytes(link + 1), used(link), used(link + 1));
  }

  private long bytes(int link) {
    return world.links.bytes(link, end) + Math.round(world.couriers.bytes(link, end));
  }

  private double used(int link) {
    if (!world.links.isLimited(link)) {
      return -1;
    }
    double transfers = world.couriers.bytes(link, end) / world.links.bytesPerSecond(link) * 1e9;
    return Math.min(1, (world.links.busy(link, end) + transfers) / end);
  }

  /** The mean of the machines that serve something. */
  double utilisation(Service service) {
    Pool pool = world.services.of(service);
    return pool.targets().stream()
        .map(target -> world.stations.processor(target.replica()))
        .mapToDouble(processor -> processor == null ? 0 : utilisation(processor))
        .average()
        .orElse(0);
  }
}
