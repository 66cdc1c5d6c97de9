package org.vmn.generator.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.vmn.generator.graph.Graph.Edge;
import org.vmn.generator.graph.Graph.Kind;
import org.vmn.generator.graph.Graph.Node;
import org.vmn.generator.text.Ranges;
import org.vmn.runtime.network.Balancer;
import org.vmn.runtime.network.External;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Nic;
import org.vmn.runtime.network.Program;
import org.vmn.runtime.network.Router;
import org.vmn.runtime.network.Segment;
import org.vmn.runtime.value.Ip;
import org.vmn.runtime.value.Prefix;

/** Draws up the graph of a network, in order of declaration. */
final class GraphBuilder {
  private final Network network;
  private final List<Node> nodes = new ArrayList<>();
  private final List<Edge> edges = new ArrayList<>();
  private final Map<String, String> ids = new HashMap<>();

  /** Segments that lead outside, which belong above the routers. */
  private final Set<String> outer = new HashSet<>();

  GraphBuilder(Network network) {
    this.network = network;
  }

  Graph build() {
    network.externals().forEach(this::external);
    network.segments().forEach(this::segment);
    network.routers().forEach(this::router);
    network.balancers().forEach(this::balancer);
    network.machines().forEach(this::machine);
    network
        .externals()
        .forEach(e ->
            edges.add(
                new Edge(id(Kind.EXTERNAL, e.name()), id(Kind.SEGMENT, e.segment()), "", false)));
    network.routers().forEach(this::ports);
    network.balancers().forEach(this::targets);
    network.machines().forEach(this::adapters);
    return new Graph(network.name(), nodes, edges);
  }

  private void external(External external) {
    outer.add(external.segment());
    String gateway = external.gateways().isEmpty() ? "" : "behind " + join(external.gateways());
    node(Kind.EXTERNAL, external.name(), external.name(), gateway);
  }

  private void segment(Segment segment) {
    String carrier =
        switch (segment.transport()) {
          case Segment.Local local -> "";
          case Segment.Vlan vlan -> "VLAN " + vlan.id();
          case Segment.Tunnel tunnel -> "VNI " + tunnel.vni() + " in " + tunnel.overlay();
        };
    node(
        Kind.SEGMENT,
        segment.name(),
        segment.name(),
        String.join(", ", segment.subnets().stream().map(Prefix::toString).toList()),
        carrier);
  }

  private void router(Router router) {
    node(
        Kind.ROUTER,
        router.name(),
        router.name(),
        router.snat().isEmpty() ? "" : "snat " + String.join(", ", router.snat()));
  }

  private void balancer(Balancer balancer) {
    String port = balancer.port() + "/" + balancer.protocol().name().toLowerCase(Locale.ROOT);
    node(Kind.BALANCER, balancer.name(), balancer.name(), balancer.address() + ":" + port);
  }

  /** The addresses of an only adapter stand in the machine; those of several, on the lines. */
  private void machine(Machine machine) {
    List<String> lines = new ArrayList<>();
    lines.add(machine.name() + (machine.replicas().indexed() ? " ×" + machine.count() : ""));
    lines.add(String.join(", ", machine.programs().stream().map(Program::name).toList()));
    if (machine.nics().size() == 1) {
      lines.addAll(Ranges.addresses(machine.nics().get(0)));
    }
    node(Kind.MACHINE, machine.name(), lines.toArray(String[]::new));
  }

  private void ports(Router router) {
    String own = id(Kind.ROUTER, router.name());
    for (Router.Port port : router.ports()) {
      String segment = id(Kind.SEGMENT, port.segment());
      boolean up = outer.contains(port.segment());
      edges.add(new Edge(up ? segment : own, up ? own : segment, join(port.addresses()), false));
    }
  }

  private void targets(Balancer balancer) {
    String own = id(Kind.BALANCER, balancer.name());
    edges.add(new Edge(id(Kind.SEGMENT, balancer.segment()), own, "", false));
    balancer.targets().stream()
        .map(t -> t.machine())
        .distinct()
        .forEach(m ->
            edges.add(
                new Edge(own, id(Kind.MACHINE, m), "to port " + balancer.targetPort(), true)));
  }

  private void adapters(Machine machine) {
    for (Nic nic : machine.nics()) {
      String addresses = machine.nics().size() == 1 ? "" : String.join(", ", Ranges.addresses(nic));
      edges.add(
          new Edge(
              id(Kind.SEGMENT, nic.segment()), id(Kind.MACHINE, machine.name()), addresses, false));
    }
  }

  private void node(Kind kind, String name, String... lines) {
    String id = "n" + ids.size();
    ids.put(kind + " " + name, id);
    nodes.add(new Node(id, kind, List.of(lines).stream().filter(l -> !l.isEmpty()).toList()));
  }

  private String id(Kind kind, String name) {
    String id = ids.get(kind + " " + name);
    if (id == null) {
      throw new IllegalArgumentException("no " + kind + " `" + name + "`");
    }
    return id;
  }

  private static String join(List<Ip> addresses) {
    return String.join(", ", addresses.stream().map(Ip::toString).toList());
  }
}
