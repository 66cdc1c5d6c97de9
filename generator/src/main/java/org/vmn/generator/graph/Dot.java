package org.vmn.generator.graph;

import java.util.Map;
import org.vmn.generator.graph.Graph.Edge;
import org.vmn.generator.graph.Graph.Kind;
import org.vmn.generator.graph.Graph.Node;

/** A graph in the language of Graphviz. */
public final class Dot {
  private static final Map<Kind, String> SHAPES =
      Map.of(
          Kind.EXTERNAL, "shape=ellipse, style=dashed",
          Kind.SEGMENT, "shape=box, style=\"rounded,filled\", fillcolor=\"#e8f0fe\"",
          Kind.ROUTER, "shape=hexagon, style=filled, fillcolor=\"#fff4e0\"",
          Kind.BALANCER, "shape=trapezium, style=filled, fillcolor=\"#f3e8fd\"",
          Kind.MACHINE, "shape=box, style=filled, fillcolor=\"#e6f4ea\"");

  private Dot() {}

  public static String of(Graph graph) {
    StringBuilder out = new StringBuilder();
    out.append("digraph ").append(quoted(graph.title())).append(" {\n");
    out.append("  node [fontname=\"sans-serif\", fontsize=11];\n");
    out.append("  edge [fontname=\"sans-serif\", fontsize=9, dir=none];\n");
    for (Node node : graph.nodes()) {
      String label = quoted(String.join("\n", node.lines()));
      out.append("  ")
          .append(node.id())
          .append(" [label=")
          .append(label)
          .append(", ")
          .append(SHAPES.get(node.kind()))
          .append("];\n");
    }
    for (Edge edge : graph.edges()) {
      out.append("  ").append(edge.from()).append(" -> ").append(edge.to());
      out.append(" [label=")
          .append(quoted(edge.label()))
          .append(edge.serves() ? ", dir=forward, style=dashed" : "")
          .append("];\n");
    }
    return out.append("}\n").toString();
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
  }
}
