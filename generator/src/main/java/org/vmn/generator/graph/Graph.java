package org.vmn.generator.graph;

import java.util.List;
import org.vmn.runtime.network.Network;

/**
 * Boxes, boxes within boxes, and lines between those that stand on their own. A line leads from
 * what is nearer to the outside to what is further in, so that the outside ends up on top.
 *
 * @param title the network's name
 * @param subtitle how much there is, in a few words
 */
public record Graph(String title, String subtitle, List<Node> nodes, List<Edge> edges) {
  public Graph {
    nodes = List.copyOf(nodes);
    edges = List.copyOf(edges);
  }

  /** Which side of a network to show. */
  public enum View {
    /** Segments with their machines, and what connects them. */
    LOGICAL,
    /** Hosts with the machines placed on them, and the wires. */
    PHYSICAL
  }

  public static Graph of(Network network, View view) {
    return switch (view) {
      case LOGICAL -> new LogicalView(network).graph();
      case PHYSICAL -> new PhysicalView(network).graph();
    };
  }

  /** What a node stands for. */
  public enum Kind {
    EXTERNAL("outside"),
    ROUTER("router"),
    BALANCER("balancer"),
    SEGMENT("segment"),
    WIRE("physical network"),
    DEVICE("physical switch"),
    ZONE("zone"),
    HOST("host"),
    MACHINE("machine"),
    /** Alike in what they are connected to, and so many that they are drawn as one. */
    TOGETHER("");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** What a legend says; empty for what needs no explanation. */
    String word() {
      return word;
    }
  }

  /**
   * @param id unique, and a plain word
   * @param lines the name first; a box of boxes may have none
   * @param inside what it holds
   */
  public record Node(String id, Kind kind, List<String> lines, List<Node> inside) {
    public Node {
      lines = lines.stream().filter(l -> !l.isEmpty()).toList();
      inside = List.copyOf(inside);
    }
  }

  /**
   * @param from the id of a node that stands on its own, as is {@code to}
   * @param label may be empty
   * @param serves whether connections are handed on over it, from a balancer to its targets;
   *     otherwise it is an adapter, a port or a wire
   */
  public record Edge(String from, String to, String label, boolean serves) {}
}
