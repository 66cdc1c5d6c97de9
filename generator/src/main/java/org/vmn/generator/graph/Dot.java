package org.vmn.generator.graph;

import java.util.HashSet;
import java.util.Set;
import org.vmn.generator.graph.Graph.Edge;
import org.vmn.generator.graph.Graph.Kind;
import org.vmn.generator.graph.Graph.Node;

/** A graph in the language of Graphviz. What holds something is a cluster. */
public final class Dot {
  private final StringBuilder out = new StringBuilder();
  private final Set<String> clusters = new HashSet<>();

  private Dot() {}

  public static String of(Graph graph) {
    Dot dot = new Dot();
    dot.write(graph);
    return dot.out.toString();
  }

  private void write(Graph graph) {
    out.append("digraph ").append(quoted(graph.title())).append(" {\n");
    out.append("  compound=true;\n");
    out.append("  graph [fontname=\"sans-serif\", fontsize=11, labeljust=l];\n");
    out.append("  node [fontname=\"sans-serif\", fontsize=11];\n");
    out.append("  edge [fontname=\"sans-serif\", fontsize=9, dir=none];\n");
    graph.nodes().forEach(n -> node(n, "  "));
    graph.edges().forEach(this::edge);
    out.append("}\n");
  }

  private void node(Node node, String indent) {
    String label = quoted(String.join("\n", node.lines()));
    if (node.inside().isEmpty()) {
      out.append(indent)
          .append(node.id())
          .append(" [label=")
          .append(label)
          .append(", ")
          .append(shape(node.kind()))
          .append("];\n");
      return;
    }
    clusters.add(node.id());
    out.append(indent).append("subgraph cluster_").append(node.id()).append(" {\n");
    out.append(indent)
        .append("  label=")
        .append(label)
        .append("; style=\"rounded,filled\"; fillcolor=\"")
        .append(node.kind() == Kind.SEGMENT ? "#eef6ff" : "#f6f8fa")
        .append("\";\n");
    // Lines can't lead to a cluster: they lead to this, and are cut at the cluster's border.
    out.append(indent)
        .append("  ")
        .append(node.id())
        .append(" [shape=point, style=invis, width=0, height=0];\n");
    node.inside().forEach(n -> node(n, indent + "  "));
    out.append(indent).append("}\n");
  }

  private void edge(Edge edge) {
    out.append("  ").append(edge.from()).append(" -> ").append(edge.to());
    out.append(" [label=").append(quoted(edge.label()));
    if (clusters.contains(edge.from())) {
      out.append(", ltail=cluster_").append(edge.from());
    }
    if (clusters.contains(edge.to())) {
      out.append(", lhead=cluster_").append(edge.to());
    }
    out.append(edge.serves() ? ", dir=forward, style=dashed" : "").append("];\n");
  }

  private static String shape(Kind kind) {
    return switch (kind) {
      case EXTERNAL -> "shape=ellipse, style=dashed";
      case SEGMENT, WIRE, DEVICE -> "shape=box, style=\"rounded,filled\", fillcolor=\"#eef6ff\"";
      case ROUTER -> "shape=hexagon, style=filled, fillcolor=\"#fff4d6\"";
      case BALANCER -> "shape=trapezium, style=filled, fillcolor=\"#f3e8fd\"";
      case HOST, ZONE -> "shape=box, style=filled, fillcolor=\"#f6f8fa\"";
      case MACHINE -> "shape=box, style=filled, fillcolor=\"#ffffff\"";
      case TOGETHER -> "shape=plaintext";
    };
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
  }
}
