package org.vmn.runtime.simulate;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.TestNetworks;
import org.vmn.runtime.network.Call;
import org.vmn.runtime.network.Event;
import org.vmn.runtime.network.Expectation;
import org.vmn.runtime.network.FabricSwitch;
import org.vmn.runtime.network.Host;
import org.vmn.runtime.network.Link;
import org.vmn.runtime.network.Load;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Origin;
import org.vmn.runtime.network.Program;
import org.vmn.runtime.network.Protect;
import org.vmn.runtime.network.Scale;
import org.vmn.runtime.network.Scenario;
import org.vmn.runtime.network.Traffic;

/** Networks and scenarios with a part of them changed. */
final class Change {
  static final long SECOND = 1_000_000_000L;

  private Change() {}

  static Program program(
      String name, int port, long demandNanos, int concurrency, int queue, Call... calls) {
    Traffic ports =
        new Traffic(port + "/tcp", List.of(new Traffic.Match(Traffic.Protocol.TCP, port, port)));
    return new Program(name, ports, demandNanos, concurrency, queue, List.of(calls), Origin.NONE);
  }

  static Machine programs(Machine m, Program... programs) {
    return machine(m, List.of(programs), m.scale(), m.protect());
  }

  static Machine machine(
      Machine m, List<Program> programs, @Nullable Scale scale, @Nullable Protect protect) {
    return new Machine(
        m.name(),
        m.replicas(),
        m.cpu(),
        m.memoryBytes(),
        m.disks(),
        m.users(),
        m.nics(),
        programs,
        m.placement(),
        m.labels(),
        m.hardware(),
        m.provision(),
        scale,
        protect,
        m.quarantined(),
        m.documentation(),
        m.origin());
  }

  static Network network(Network n, UnaryOperator<Host> hosts, UnaryOperator<Machine> machines) {
    return network(n, hosts, machines, n.fabric(), n.links());
  }

  static Network network(
      Network n,
      UnaryOperator<Host> hosts,
      UnaryOperator<Machine> machines,
      List<FabricSwitch> fabric,
      List<Link> links) {
    return n.but()
        .hosts(n.hosts().stream().map(hosts).toList())
        .fabric(fabric)
        .links(links)
        .machines(n.machines().stream().map(machines).toList())
        .build();
  }

  static Network machine(Network n, String name, UnaryOperator<Machine> change) {
    return network(n, host -> host, m -> m.name().equals(name) ? change.apply(m) : m);
  }

  static Host host(Host h, int cpu) {
    return new Host(
        h.name(),
        h.replicas(),
        cpu,
        h.memoryBytes(),
        h.storageBytes(),
        h.zone(),
        h.uplinks(),
        h.labels(),
        h.origin());
  }

  static Scenario story(
      int seconds, List<Load> loads, List<Event> events, Expectation... expected) {
    return new Scenario(
        "story", seconds * SECOND, 0, loads, events, List.of(expected), TestNetworks.at(21));
  }

  static Expectation expect(
      Expectation.Metric metric, Expectation.Subject subject, double bound, boolean below) {
    double percentile = metric == Expectation.Metric.LATENCY ? 99 : 0;
    return new Expectation(
        metric.toString(), metric, percentile, subject, bound, below, true, Origin.NONE);
  }

  static List<SimulationResult.Happening> happened(
      SimulationResult result, SimulationResult.Happening.Kind kind) {
    return result.happenings().stream().filter(h -> h.kind() == kind).toList();
  }
}
