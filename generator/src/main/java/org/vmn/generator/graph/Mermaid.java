package org.vmn.generator.graph;

import org.vmn.generator.graph.Graph.Edge;
import org.vmn.generator.graph.Graph.Node;

/**
 * A graph as a Mermaid flowchart, which code hosts show in documents. What holds something is a
 * subgraph.
 */
public final class Mermaid {
  private final StringBuilder out = new StringBuilder("flowchart TB\n");

  private Mermaid() {}

  public static String of(Graph graph) {
    Mermaid mermaid = new Mermaid();
    graph.nodes().forEach(n -> mermaid.node(n, "  "));
    graph.edges().forEach(mermaid::edge);
    return mermaid.out.toString();
  }

  private void node(Node node, String indent) {
    String label =
        "\"" + String.join("<br/>", node.lines().stream().map(Mermaid::escaped).toList()) + "\"";
    if (!node.inside().isEmpty()) {
      out.append(indent).append("subgraph ").append(node.id()).append('[').append(label);
      out.append("]\n");
      node.inside().forEach(n -> node(n, indent + "  "));
      out.append(indent).append("end\n");
      return;
    }
    String shape =
        switch (node.kind()) {
          case EXTERNAL -> "([" + label + "])";
          case SEGMENT, WIRE -> "(" + label + ")";
          case ROUTER -> "{{" + label + "}}";
          case BALANCER -> "[/" + label + "\\]";
          case MACHINE, DEVICE, HOST, ZONE, TOGETHER -> "[" + label + "]";
        };
    out.append(indent).append(node.id()).append(shape).append('\n');
  }

  private void edge(Edge edge) {
    String line = edge.serves() ? " -.-> " : " --- ";
    String label = edge.label().isEmpty() ? "" : "|\"" + escaped(edge.label()) + "\"| ";
    out.append("  ").append(edge.from()).append(line).append(label).append(edge.to()).append('\n');
  }

  /** By Mermaid's entities: a number sign and a name or code point. */
  private static String escaped(String text) {
    return text.replace("#", "#35;")
        .replace("\"", "#quot;")
        .replace("<", "#lt;")
        .replace(">", "#gt;")
        .replace("\n", " ");
  }
}
