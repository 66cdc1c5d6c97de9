package org.vmn.generator.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vmn.generator.graph.Graph.Edge;
import org.vmn.generator.graph.Graph.Kind;
import org.vmn.generator.graph.Graph.Node;
import org.vmn.generator.text.Figures;
import org.vmn.runtime.network.Balancer;
import org.vmn.runtime.network.External;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.network.Member;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Nic;
import org.vmn.runtime.network.Router;
import org.vmn.runtime.network.Segment;

/**
 * Segments as boxes that hold the machines on them, and between the boxes what is on several
 * segments. Where many are connected to the same, they share a box and a line: a picture of three
 * hundred nodes has few lines then.
 */
final class LogicalView {
  /** Up to this many are drawn with lines of their own. */
  private static final int FEW = 6;

  /** With more segments than these there is room for fewer lines. */
  private static final int MANY = 16;

  private final Network network;
  private final Parts parts;
  private final List<Node> nodes = new ArrayList<>();
  private final List<Edge> edges = new ArrayList<>();

  /** Segments that lead outside, which belong above the routers. */
  private final Set<String> outer = new HashSet<>();

  /** Segments that something else than one router is connected to. */
  private final Set<String> busy = new HashSet<>();

  private final Map<String, List<Node>> machines = new HashMap<>();
  private final Map<String, List<Router>> routers = new HashMap<>();
  private final Map<String, Machine> byName = new HashMap<>();

  LogicalView(Network network) {
    this.network = network;
    this.parts = new Parts(network);
  }

  Graph graph() {
    attach();
    network.externals().forEach(this::external);
    segments();
    network.routers().forEach(this::router);
    network.balancers().forEach(this::balancer);
    several();
    int count = network.machines().stream().mapToInt(Machine::count).sum();
    String subtitle =
        Figures.of(count, "machine") + ", " + Figures.of(network.segments().size(), "segment");
    return new Graph(network.name(), subtitle, nodes, edges);
  }

  /** Finds out what is connected to what, before anything is drawn. */
  private void attach() {
    for (External external : network.externals()) {
      outer.add(external.segment());
      busy.add(external.segment());
    }
    for (Router router : network.routers()) {
      router
          .ports()
          .forEach(p -> routers.computeIfAbsent(p.segment(), s -> new ArrayList<>()).add(router));
    }
    for (Machine machine : network.machines()) {
      byName.put(machine.name(), machine);
      if (machine.nics().size() == 1) {
        String segment = machine.nics().get(0).segment();
        machines.computeIfAbsent(segment, s -> new ArrayList<>()).add(parts.machine(machine));
      } else {
        machine.nics().forEach(n -> busy.add(n.segment()));
      }
    }
    for (Balancer balancer : network.balancers()) {
      busy.add(balancer.segment());
      for (Member.Machines target : balancer.targets()) {
        nics(target.machine()).forEach(n -> busy.add(n.segment()));
      }
    }
  }

  private void external(External external) {
    nodes.add(parts.external(external));
    edge(Kind.EXTERNAL, external.name(), Kind.SEGMENT, external.segment(), "");
  }

  private void segments() {
    Map<Router, List<Segment>> leaves = new LinkedHashMap<>();
    for (Segment segment : network.segments()) {
      List<Router> on = routers.getOrDefault(segment.name(), List.of());
      if (on.size() == 1 && !busy.contains(segment.name())) {
        leaves.computeIfAbsent(on.get(0), r -> new ArrayList<>()).add(segment);
      } else {
        nodes.add(parts.segment(segment, "", inside(segment)));
      }
    }
    leaves.forEach(this::leaves);
  }

  /** Segments with one router and nothing else: when there are many of them, in one box. */
  private void leaves(Router router, List<Segment> segments) {
    List<Node> boxes = new ArrayList<>();
    for (Segment segment : segments) {
      String gateway = segments.size() > few() ? "gateway " + port(router, segment.name()) : "";
      boxes.add(parts.segment(segment, gateway, inside(segment)));
    }
    if (segments.size() <= few()) {
      nodes.addAll(boxes);
      return;
    }
    String name = segments.size() + " segments of " + router.name();
    nodes.add(parts.together(name, boxes));
    segments.forEach(s -> routers.remove(s.name()));
    edge(Kind.ROUTER, router.name(), Kind.TOGETHER, name, "");
  }

  private int few() {
    return network.segments().size() > MANY ? 2 : FEW;
  }

  private List<Node> inside(Segment segment) {
    return machines.getOrDefault(segment.name(), List.of());
  }

  private void router(Router router) {
    nodes.add(parts.router(router));
    for (Router.Port port : router.ports()) {
      if (routers.containsKey(port.segment())) {
        String label = port(router, port.segment());
        if (outer.contains(port.segment())) {
          edge(Kind.SEGMENT, port.segment(), Kind.ROUTER, router.name(), label);
        } else {
          edge(Kind.ROUTER, router.name(), Kind.SEGMENT, port.segment(), label);
        }
      }
    }
  }

  private String port(Router router, String segment) {
    return router.ports().stream()
        .filter(p -> p.segment().equals(segment))
        .map(p -> Abbreviated.addresses(p.addresses(), parts.subnets(segment)))
        .findFirst()
        .orElse("");
  }

  private void balancer(Balancer balancer) {
    nodes.add(parts.balancer(balancer));
    edge(Kind.SEGMENT, balancer.segment(), Kind.BALANCER, balancer.name(), "");
    String own = parts.id(Kind.BALANCER, balancer.name());
    Set<String> drawn = new HashSet<>();
    for (Member.Machines target : balancer.targets()) {
      String box = box(target.machine());
      if (!box.isEmpty() && drawn.add(box + target.machine())) {
        edges.add(new Edge(own, box, target.machine() + " :" + balancer.targetPort(), true));
      }
    }
  }

  /** The id of what a line to a machine leads to: its segment's box, or itself. */
  private String box(String machine) {
    List<Nic> nics = nics(machine);
    return nics.isEmpty()
        ? ""
        : nics.size() == 1
            ? parts.id(Kind.SEGMENT, nics.get(0).segment())
            : parts.id(Kind.MACHINE, machine);
  }

  private List<Nic> nics(String machine) {
    Machine found = byName.get(machine);
    return found == null ? List.of() : found.nics();
  }

  /** Machines on several segments, and those on none. */
  private void several() {
    Map<List<String>, List<Machine>> alike = new LinkedHashMap<>();
    Set<String> targets = new HashSet<>();
    network.balancers().forEach(b -> b.targets().forEach(t -> targets.add(t.machine())));
    for (Machine machine : network.machines()) {
      List<String> on = machine.nics().stream().map(Nic::segment).toList();
      if (on.size() != 1) {
        List<String> key = targets.contains(machine.name()) ? List.of(machine.name()) : on;
        alike.computeIfAbsent(key, k -> new ArrayList<>()).add(machine);
      }
    }
    alike.forEach((on, all) -> several(on, all));
  }

  private void several(List<String> segments, List<Machine> alike) {
    if (alike.size() <= FEW) {
      alike.forEach(this::own);
      return;
    }
    String name = alike.size() + " on " + String.join(", ", segments);
    nodes.add(parts.together(name, alike.stream().map(parts::machine).toList()));
    segments.forEach(s -> edge(Kind.SEGMENT, s, Kind.TOGETHER, name, ""));
  }

  private void own(Machine machine) {
    nodes.add(parts.machine(machine));
    for (Nic nic : machine.nics()) {
      edge(Kind.SEGMENT, nic.segment(), Kind.MACHINE, machine.name(), parts.addresses(nic));
    }
  }

  private void edge(Kind from, String name, Kind to, String other, String label) {
    edges.add(new Edge(parts.id(from, name), parts.id(to, other), label, false));
  }
}
