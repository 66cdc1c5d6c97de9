package org.vmn.generator.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.vmn.generator.graph.Graph.Kind;
import org.vmn.generator.graph.Graph.Node;
import org.vmn.generator.text.Ranges;
import org.vmn.runtime.network.Balancer;
import org.vmn.runtime.network.Chain;
import org.vmn.runtime.network.External;
import org.vmn.runtime.network.Firewall;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.network.Member;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Nic;
import org.vmn.runtime.network.Program;
import org.vmn.runtime.network.Router;
import org.vmn.runtime.network.Segment;
import org.vmn.runtime.value.Ip;
import org.vmn.runtime.value.Prefix;

/** The nodes of a logical view, and what is written in each. */
final class Parts {
  /** More than these in a box help nobody. */
  static final int MOST_INSIDE = 200;

  private static final int LONGEST = 34;

  private final Map<String, List<Prefix>> subnets = new HashMap<>();
  private final Map<String, String> ids = new HashMap<>();
  private final Map<String, String> duties = new HashMap<>();

  Parts(Network network) {
    network.segments().forEach(s -> subnets.put(s.name(), s.subnets()));
    for (Firewall firewall : network.firewalls()) {
      Kind kind = firewall.router() == null ? Kind.EXTERNAL : Kind.ROUTER;
      String place = firewall.router() == null ? firewall.external() : firewall.router();
      add(kind + " " + place, "firewall " + firewall.name());
    }
    for (Chain chain : network.chains()) {
      for (int i = 0; i < chain.stages().size(); i++) {
        String stage = "stage " + (i + 1) + " of " + chain.name();
        chain.stages().get(i).instances().stream()
            .map(Member.Machines::machine)
            .distinct()
            .forEach(m -> add(Kind.MACHINE + " " + m, stage));
      }
    }
  }

  private void add(String of, String duty) {
    duties.merge(of, duty, (a, b) -> a + ", " + b);
  }

  /** What else it does, in the path of packets; often empty. */
  private String duty(Kind kind, String name) {
    return cut(duties.getOrDefault(kind + " " + name, ""));
  }

  List<Prefix> subnets(String segment) {
    return subnets.getOrDefault(segment, List.of());
  }

  /** The same for the same thing, whenever it is asked for. */
  String id(Kind kind, String name) {
    return ids.computeIfAbsent(kind + " " + name, k -> "n" + ids.size());
  }

  Node external(External external) {
    String gateway = external.gateways().isEmpty() ? "" : "behind " + join(external.gateways());
    String duty = duty(Kind.EXTERNAL, external.name());
    return node(Kind.EXTERNAL, external.name(), List.of(), external.name(), gateway, duty);
  }

  /**
   * @param gateway what to say of the way out; empty where a line says it
   */
  Node segment(Segment segment, String gateway, List<Node> inside) {
    String carrier =
        switch (segment.transport()) {
          case Segment.Local local -> "";
          case Segment.Vlan vlan -> "VLAN " + vlan.id();
          case Segment.Tunnel tunnel -> "VNI " + tunnel.vni() + " in " + tunnel.overlay();
        };
    List<String> under = new ArrayList<>(List.of(carrier, gateway));
    under.removeIf(String::isEmpty);
    return node(
        Kind.SEGMENT,
        segment.name(),
        limited(inside),
        segment.name(),
        String.join(", ", segment.subnets().stream().map(Prefix::toString).toList()),
        String.join(", ", under));
  }

  Node router(Router router) {
    String snat = router.snat().isEmpty() ? "" : "snat " + String.join(", ", router.snat());
    String duty = duty(Kind.ROUTER, router.name());
    return node(Kind.ROUTER, router.name(), List.of(), router.name(), cut(snat), duty);
  }

  Node balancer(Balancer balancer) {
    String port = balancer.port() + "/" + balancer.protocol().name().toLowerCase(Locale.ROOT);
    boolean six = !balancer.address().isV4();
    String address = six ? "[" + balancer.address() + "]" : balancer.address().toString();
    String algorithm = balancer.algorithm().name().toLowerCase(Locale.ROOT).replace('_', '-');
    return node(
        Kind.BALANCER,
        balancer.name(),
        List.of(),
        balancer.name(),
        address + ":" + port,
        algorithm);
  }

  /** The addresses of an only adapter stand in the machine; those of several, on the lines. */
  Node machine(Machine machine) {
    String programs = String.join(", ", machine.programs().stream().map(Program::name).toList());
    String addresses = machine.nics().size() == 1 ? addresses(machine.nics().get(0)) : "";
    return node(
        Kind.MACHINE,
        machine.name(),
        List.of(),
        Ranges.times(machine.name(), machine.replicas()),
        cut(programs),
        duty(Kind.MACHINE, machine.name()),
        cut(addresses));
  }

  String addresses(Nic nic) {
    return Abbreviated.ranges(nic.addresses(), subnets(nic.segment()));
  }

  Node together(String name, List<Node> inside) {
    return node(Kind.TOGETHER, name, limited(inside), name);
  }

  private Node node(Kind kind, String name, List<Node> inside, String... lines) {
    return new Node(id(kind, name), kind, List.of(lines), inside);
  }

  private List<Node> limited(List<Node> inside) {
    if (inside.size() <= MOST_INSIDE) {
      return inside;
    }
    List<Node> few = new ArrayList<>(inside.subList(0, MOST_INSIDE));
    String more = "and " + (inside.size() - MOST_INSIDE) + " more";
    few.add(new Node(inside.get(MOST_INSIDE).id(), Kind.TOGETHER, List.of(more), List.of()));
    return few;
  }

  private static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
  }

  private static String join(List<Ip> addresses) {
    return String.join(", ", addresses.stream().map(Ip::toString).toList());
  }
}
