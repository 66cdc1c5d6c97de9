package org.vmn.generator.graph;

import java.util.List;
import org.vmn.runtime.network.Network;

/**
 * Boxes and lines. An edge leads from what is nearer to the outside to what is further in, so that
 * the outside ends up on top.
 *
 * @param title the network's name
 */
public record Graph(String title, List<Node> nodes, List<Edge> edges) {
  public Graph {
    nodes = List.copyOf(nodes);
    edges = List.copyOf(edges);
  }

  public static Graph of(Network network) {
    return new GraphBuilder(network).build();
  }

  /** What a node stands for. */
  public enum Kind {
    EXTERNAL,
    SEGMENT,
    ROUTER,
    BALANCER,
    MACHINE
  }

  /**
   * @param id unique, and a plain word
   * @param lines the name first
   */
  public record Node(String id, Kind kind, List<String> lines) {
    public Node {
      lines = List.copyOf(lines);
    }
  }

  /**
   * @param label may be empty
   * @param serves whether connections are handed on over it, from a balancer to its targets;
   *     otherwise it is an adapter or a port
   */
  public record Edge(String from, String to, String label, boolean serves) {}
}
