package org.vmn.generator.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vmn.generator.graph.Graph.Edge;
import org.vmn.generator.text.Figures;
import org.vmn.runtime.network.Link;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Ref;

/** The lines of declared wires, with what is further from hosts on top. */
final class Wiring {
  private final Network network;
  private final Map<Ref, String> hosts;
  private final Map<Ref, String> devices;
  private final Map<String, Integer> height = new HashMap<>();

  /**
   * @param hosts ids of the nodes that show them; several may share one
   * @param devices likewise, of physical switches
   */
  Wiring(Network network, Map<Ref, String> hosts, Map<Ref, String> devices) {
    this.network = network;
    this.hosts = hosts;
    this.devices = devices;
  }

  private record Wire(String upper, String lower, String figures) {}

  List<Edge> edges() {
    measure();
    Map<Wire, Integer> wires = new LinkedHashMap<>();
    for (Link link : network.links()) {
      String a = id(link.a());
      String b = id(link.b());
      if (!a.isEmpty() && !b.isEmpty()) {
        boolean down = height.getOrDefault(a, 0) >= height.getOrDefault(b, 0);
        String figures = link.bitsPerSecond() > 0 ? Figures.bits(link.bitsPerSecond()) : "";
        if (link.latencyNanos() > 0) {
          figures = (figures + " " + Figures.time(link.latencyNanos())).strip();
        }
        wires.merge(new Wire(down ? a : b, down ? b : a, figures), 1, Integer::sum);
      }
    }
    List<Edge> edges = new ArrayList<>();
    wires.forEach((wire, count) -> {
      String times = count == 1 ? "" : " ×" + count;
      edges.add(new Edge(wire.upper(), wire.lower(), (wire.figures() + times).strip(), false));
    });
    return edges;
  }

  /** How many wires it is from each node to the nearest host. */
  private void measure() {
    Map<String, List<String>> neighbours = new HashMap<>();
    for (Link link : network.links()) {
      String a = id(link.a());
      String b = id(link.b());
      neighbours.computeIfAbsent(a, n -> new ArrayList<>()).add(b);
      neighbours.computeIfAbsent(b, n -> new ArrayList<>()).add(a);
    }
    ArrayDeque<String> open = new ArrayDeque<>(hosts.values());
    hosts.values().forEach(h -> height.put(h, 0));
    while (!open.isEmpty()) {
      String at = open.remove();
      int next = height.getOrDefault(at, 0) + 1;
      for (String neighbour : neighbours.getOrDefault(at, List.of())) {
        if (height.putIfAbsent(neighbour, next) == null) {
          open.add(neighbour);
        }
      }
    }
  }

  private String id(Link.End end) {
    return switch (end) {
      case Link.Port port -> hosts.getOrDefault(port.uplink().host(), "");
      case Link.Device device -> devices.getOrDefault(device.device(), "");
    };
  }
}
