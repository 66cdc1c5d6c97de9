package org.vmn.generator.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.vmn.generator.graph.Graph.Edge;
import org.vmn.generator.graph.Graph.Kind;
import org.vmn.generator.graph.Graph.Node;
import org.vmn.generator.text.Figures;
import org.vmn.generator.text.Placed;
import org.vmn.generator.text.Ranges;
import org.vmn.runtime.network.FabricSwitch;
import org.vmn.runtime.network.Host;
import org.vmn.runtime.network.Link;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Overlay;
import org.vmn.runtime.network.Ref;
import org.vmn.runtime.network.Segment;
import org.vmn.runtime.network.Uplink;
import org.vmn.runtime.network.UplinkRef;

/**
 * Hosts as boxes that hold what is placed on them, in boxes for their zones, and the physical
 * network that their uplinks lead to. Hosts of one declaration are one box when there are many.
 */
final class PhysicalView {
  private static final int FEW = 12;

  private final Network network;
  private final List<Node> nodes = new ArrayList<>();
  private final List<Edge> edges = new ArrayList<>();
  private final Map<Ref, List<Node>> machines = new HashMap<>();
  private final Map<Ref, String> shown = new LinkedHashMap<>();
  private int count;

  PhysicalView(Network network) {
    this.network = network;
  }

  Graph graph() {
    network.machines().forEach(this::place);
    Map<String, List<Node>> zones = new LinkedHashMap<>();
    Map<String, String> tops = new LinkedHashMap<>();
    for (Host host : network.hosts()) {
      List<Node> zone = zones.computeIfAbsent(host.zone(), z -> new ArrayList<>());
      zone.addAll(hosts(host));
      tops.putIfAbsent(host.zone(), host.zone().isEmpty() ? "" : id());
    }
    boolean wired = !network.links().isEmpty();
    zones.forEach((zone, hosts) -> {
      if (zone.isEmpty() || wired && !alike(hosts)) {
        nodes.addAll(hosts);
      } else {
        String id = tops.getOrDefault(zone, "");
        List<String> inside = hosts.stream().map(Node::id).toList();
        nodes.add(new Node(id, Kind.ZONE, List.of("zone " + zone), hosts));
        shown.replaceAll((host, box) -> inside.contains(box) ? id : box);
      }
    });
    if (wired) {
      edges.addAll(new Wiring(network, shown, devices()).edges());
    } else {
      wires(zones, tops);
    }
    int hosts = network.hosts().stream().mapToInt(h -> h.replicas().count()).sum();
    int all = network.machines().stream().mapToInt(Machine::count).sum();
    String subtitle = Figures.of(hosts, "host") + ", " + Figures.of(all, "machine");
    return new Graph(network.name(), subtitle, nodes, edges);
  }

  /** Whether hosts are plugged into the same, so that their wires can lead to a box of them. */
  private boolean alike(List<Node> hosts) {
    List<String> inside = hosts.stream().map(Node::id).toList();
    Map<Ref, Set<Link.End>> plugged = new HashMap<>();
    for (Link link : network.links()) {
      if (link.a() instanceof Link.Port port) {
        plugged.computeIfAbsent(port.uplink().host(), h -> new HashSet<>()).add(link.b());
      }
      if (link.b() instanceof Link.Port port) {
        plugged.computeIfAbsent(port.uplink().host(), h -> new HashSet<>()).add(link.a());
      }
    }
    return shown.entrySet().stream()
            .filter(e -> inside.contains(e.getValue()))
            .map(e -> plugged.getOrDefault(e.getKey(), Set.of()))
            .distinct()
            .count()
        == 1;
  }

  private void place(Machine machine) {
    Placed.of(machine.placement())
        .forEach((host, number) -> {
          String name = machine.name() + (number == 1 ? "" : " ×" + number);
          List<String> lines = List.of(name, size(machine));
          machines
              .computeIfAbsent(host, h -> new ArrayList<>())
              .add(new Node(id(), Kind.MACHINE, lines, List.of()));
        });
  }

  private static String size(Machine machine) {
    return machine.cpu() + " cpu, " + Figures.bytes(machine.memoryBytes());
  }

  private List<Node> hosts(Host host) {
    int size = host.replicas().count();
    if (size > FEW) {
      return List.of(folded(host, size));
    }
    List<Node> boxes = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      Ref ref = host.replicas().ref(host.name(), i);
      Node box = box(ref.toString(), host, machines.getOrDefault(ref, List.of()));
      shown.put(ref, box.id());
      boxes.add(box);
    }
    return boxes;
  }

  /** All replicas of a host as one, with what is on all of them together. */
  private Node folded(Host host, int size) {
    List<Node> inside = new ArrayList<>();
    for (Machine machine : network.machines()) {
      int on = 0;
      int hosts = 0;
      for (Map.Entry<Ref, Integer> placed : Placed.of(machine.placement()).entrySet()) {
        if (placed.getKey().name().equals(host.name())) {
          on += placed.getValue();
          hosts++;
        }
      }
      if (on > 0) {
        String name = machine.name() + (on == 1 ? "" : " ×" + on);
        String where = "on " + Figures.of(hosts, "host");
        inside.add(new Node(id(), Kind.MACHINE, List.of(name, size(machine), where), List.of()));
      }
    }
    Node box = box(host.name() + " ×" + size, host, inside);
    for (int i = 0; i < size; i++) {
      shown.put(host.replicas().ref(host.name(), i), box.id());
    }
    return box;
  }

  /** Nodes for physical switches; those of one declaration are one when there are many. */
  private Map<Ref, String> devices() {
    Map<Ref, String> ids = new HashMap<>();
    for (FabricSwitch device : network.fabric()) {
      int size = device.replicas().count();
      String one = size > FEW ? device(Ranges.times(device.name(), device.replicas())) : "";
      for (int i = 0; i < size; i++) {
        Ref ref = device.replicas().ref(device.name(), i);
        ids.put(ref, one.isEmpty() ? device(ref.toString()) : one);
      }
    }
    return ids;
  }

  private String device(String name) {
    String id = id();
    nodes.add(new Node(id, Kind.DEVICE, List.of(name), List.of()));
    return id;
  }

  private Node box(String name, Host host, List<Node> inside) {
    List<String> has = new ArrayList<>();
    if (host.cpu() > 0) {
      has.add(host.cpu() + " cpu");
    }
    if (host.memoryBytes() > 0) {
      has.add(Figures.bytes(host.memoryBytes()));
    }
    if (host.storageBytes() > 0) {
      has.add(Figures.bytes(host.storageBytes()) + " disk");
    }
    List<String> uplinks = host.uplinks().stream().map(PhysicalView::uplink).toList();
    List<String> lines = List.of(name, String.join(", ", has), String.join("; ", uplinks));
    List<Node> few = inside.size() <= Parts.MOST_INSIDE ? inside : some(inside);
    return new Node(id(), Kind.HOST, lines, few);
  }

  private List<Node> some(List<Node> inside) {
    List<Node> few = new ArrayList<>(inside.subList(0, Parts.MOST_INSIDE));
    String more = "and " + (inside.size() - Parts.MOST_INSIDE) + " more";
    few.add(new Node(id(), Kind.TOGETHER, List.of(more), List.of()));
    return few;
  }

  private static String uplink(Uplink uplink) {
    String speed = uplink.bitsPerSecond() > 0 ? " " + Figures.bits(uplink.bitsPerSecond()) : "";
    return uplink.name() + speed;
  }

  /** One physical network for each name of an uplink that something uses. */
  private void wires(Map<String, List<Node>> zones, Map<String, String> tops) {
    Map<String, Set<String>> carried = new LinkedHashMap<>();
    for (Overlay overlay : network.overlays()) {
      String kind = overlay.encapsulation().name().toLowerCase(java.util.Locale.ROOT);
      overlay.over().forEach(u -> carry(carried, u, kind + " " + overlay.name()));
    }
    for (Segment segment : network.segments()) {
      if (segment.transport() instanceof Segment.Vlan vlan) {
        vlan.on().forEach(u -> carry(carried, u, "VLAN " + vlan.id() + " " + segment.name()));
      }
    }
    carried.forEach((uplink, what) -> {
      String id = id();
      List<String> lines = new ArrayList<>();
      lines.add(uplink);
      lines.addAll(what);
      nodes.add(0, new Node(id, Kind.WIRE, lines, List.of()));
      zones.forEach((zone, hosts) -> wire(id, uplink, zone, hosts, tops));
    });
  }

  private static void carry(Map<String, Set<String>> carried, UplinkRef on, String what) {
    carried.computeIfAbsent(on.uplink(), u -> new TreeSet<>()).add(what);
  }

  private void wire(
      String from, String uplink, String zone, List<Node> hosts, Map<String, String> tops) {
    boolean has =
        network.hosts().stream()
            .filter(h -> h.zone().equals(zone))
            .anyMatch(h -> h.uplinks().stream().anyMatch(u -> u.name().equals(uplink)));
    if (has && zone.isEmpty()) {
      hosts.forEach(h -> edges.add(new Edge(from, h.id(), "", false)));
    } else if (has) {
      edges.add(new Edge(from, tops.getOrDefault(zone, ""), "", false));
    }
  }

  private String id() {
    return "n" + count++;
  }
}
