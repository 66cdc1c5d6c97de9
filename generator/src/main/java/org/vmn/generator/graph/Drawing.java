package org.vmn.generator.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkLabel;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/** A graph with a place for everything: laid out in layers by ELK. */
record Drawing(double width, double height, List<Box> boxes, List<Line> lines) {
  private static final double MARGIN = 20;
  private static final double SPACE = 28;
  private static final int THOROUGH = 10;

  record Point(double x, double y) {}

  record Box(Graph.Node node, double x, double y, double width, double height) {}

  /**
   * @param label null when the edge has none; its place is the label's middle
   */
  record Line(Graph.Edge edge, List<Point> points, Point label) {}

  static Drawing of(Graph graph) {
    LayoutMetaDataService.getInstance()
        .registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
    ElkNode root = ElkGraphUtil.createGraph();
    root.setProperty(CoreOptions.ALGORITHM, LayeredOptions.ALGORITHM_ID);
    root.setProperty(LayeredOptions.DIRECTION, Direction.DOWN);
    root.setProperty(LayeredOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
    root.setProperty(LayeredOptions.RANDOM_SEED, 1);
    root.setProperty(LayeredOptions.THOROUGHNESS, THOROUGH);
    root.setProperty(LayeredOptions.PADDING, new ElkPadding(MARGIN));
    root.setProperty(LayeredOptions.SPACING_NODE_NODE, SPACE);
    root.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, SPACE);
    Map<String, ElkNode> nodes = new HashMap<>();
    for (Graph.Node node : graph.nodes()) {
      ElkNode box = ElkGraphUtil.createNode(root);
      box.setDimensions(Lettering.width(node), Lettering.height(node));
      nodes.put(node.id(), box);
    }
    List<ElkEdge> edges = new ArrayList<>();
    for (Graph.Edge edge : graph.edges()) {
      ElkEdge line = ElkGraphUtil.createSimpleEdge(nodes.get(edge.from()), nodes.get(edge.to()));
      if (!edge.label().isEmpty()) {
        ElkLabel label = ElkGraphUtil.createLabel(edge.label(), line);
        label.setDimensions(Lettering.small(edge.label()), Lettering.SMALL_LINE);
      }
      edges.add(line);
    }
    new RecursiveGraphLayoutEngine().layout(root, new BasicProgressMonitor());
    return read(graph, root, edges);
  }

  /** ELK's nodes are in the order in which they were made. */
  private static Drawing read(Graph graph, ElkNode root, List<ElkEdge> edges) {
    List<Box> boxes = new ArrayList<>();
    for (int i = 0; i < graph.nodes().size(); i++) {
      ElkNode at = root.getChildren().get(i);
      boxes.add(new Box(graph.nodes().get(i), at.getX(), at.getY(), at.getWidth(), at.getHeight()));
    }
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < edges.size(); i++) {
      lines.add(line(graph.edges().get(i), edges.get(i)));
    }
    return new Drawing(root.getWidth(), root.getHeight(), boxes, lines);
  }

  private static Line line(Graph.Edge edge, ElkEdge laid) {
    List<Point> points = new ArrayList<>();
    for (ElkEdgeSection section : laid.getSections()) {
      points.add(new Point(section.getStartX(), section.getStartY()));
      section.getBendPoints().forEach(b -> points.add(new Point(b.getX(), b.getY())));
      points.add(new Point(section.getEndX(), section.getEndY()));
    }
    Point at = points.get(0);
    for (ElkLabel label : laid.getLabels()) {
      at = new Point(label.getX() + label.getWidth() / 2, label.getY() + label.getHeight() / 2);
    }
    return new Line(edge, points, at);
  }
}
