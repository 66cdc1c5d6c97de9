package org.vmn.generator.graph;

import org.vmn.generator.graph.Graph.Edge;
import org.vmn.generator.graph.Graph.Node;

/** A graph as a Mermaid flowchart, which code hosts show in documents. */
public final class Mermaid {
  private Mermaid() {}

  public static String of(Graph graph) {
    StringBuilder out = new StringBuilder("flowchart TB\n");
    for (Node node : graph.nodes()) {
      String label =
          "\"" + String.join("<br/>", node.lines().stream().map(Mermaid::escaped).toList()) + "\"";
      String shape =
          switch (node.kind()) {
            case EXTERNAL -> "([" + label + "])";
            case SEGMENT -> "(" + label + ")";
            case ROUTER -> "{{" + label + "}}";
            case BALANCER -> "[/" + label + "\\]";
            case MACHINE -> "[" + label + "]";
          };
      out.append("  ").append(node.id()).append(shape).append('\n');
    }
    for (Edge edge : graph.edges()) {
      String line = edge.serves() ? " -.-> " : " --- ";
      String label = edge.label().isEmpty() ? "" : "|\"" + escaped(edge.label()) + "\"| ";
      out.append("  ")
          .append(edge.from())
          .append(line)
          .append(label)
          .append(edge.to())
          .append('\n');
    }
    return out.toString();
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
