package org.vmn.generator.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.OrderingStrategy;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.math.KVector;
import org.eclipse.elk.core.options.BoxLayouterOptions;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.options.SizeConstraint;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkLabel;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/**
 * A graph with a place for everything, by ELK: in layers what lines connect, packed in rows what is
 * inside a box.
 */
record Drawing(double width, double height, List<Box> boxes, List<Line> lines) {
  private static final double MARGIN = 24;
  private static final double SPACE = 32;
  private static final double INSIDE = 10;
  private static final double ASPECT = 1.8;
  private static final int THOROUGH = 10;

  /** How many times wider than high. */
  private static final double STRIP = 4;

  record Point(double x, double y) {}

  /** In the order of drawing: what is inside a box comes after it. */
  record Box(Graph.Node node, double x, double y, double width, double height) {}

  /**
   * @param label the label's middle; without a label, where the line begins
   */
  record Line(Graph.Edge edge, List<Point> points, Point label) {}

  /** From the top down; what would be a strip that no screen shows, from left to right. */
  static Drawing of(Graph graph) {
    LayoutMetaDataService.getInstance()
        .registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
    Drawing down = of(graph, Direction.DOWN);
    return down.width <= STRIP * down.height ? down : of(graph, Direction.RIGHT);
  }

  private static Drawing of(Graph graph, Direction direction) {
    ElkNode root = ElkGraphUtil.createGraph();
    layered(root);
    root.setProperty(LayeredOptions.DIRECTION, direction);
    // Else a line for each of many would make a wedge beside the one that they leave.
    root.setProperty(LayeredOptions.MERGE_EDGES, direction == Direction.RIGHT);
    root.setProperty(
        LayeredOptions.CROSSING_MINIMIZATION_FORCE_NODE_MODEL_ORDER, direction == Direction.RIGHT);
    Map<String, ElkNode> nodes = new HashMap<>();
    for (Graph.Node node : graph.nodes()) {
      nodes.put(node.id(), add(root, node, aspect(graph, node)));
    }
    List<Graph.Edge> drawn = new ArrayList<>();
    List<ElkEdge> edges = new ArrayList<>();
    for (Graph.Edge edge : graph.edges()) {
      ElkNode from = nodes.get(edge.from());
      ElkNode to = nodes.get(edge.to());
      if (from != null && to != null) {
        drawn.add(edge);
        edges.add(line(edge, from, to));
      }
    }
    new RecursiveGraphLayoutEngine().layout(root, new BasicProgressMonitor());
    List<Box> boxes = new ArrayList<>();
    read(graph.nodes(), root, 0, 0, boxes);
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < edges.size(); i++) {
      lines.add(line(drawn.get(i), edges.get(i)));
    }
    return new Drawing(root.getWidth(), root.getHeight(), boxes, lines);
  }

  private static void layered(ElkNode root) {
    root.setProperty(CoreOptions.ALGORITHM, LayeredOptions.ALGORITHM_ID);
    root.setProperty(LayeredOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
    root.setProperty(LayeredOptions.RANDOM_SEED, 1);
    root.setProperty(LayeredOptions.THOROUGHNESS, THOROUGH);
    root.setProperty(LayeredOptions.PADDING, new ElkPadding(MARGIN));
    root.setProperty(LayeredOptions.SPACING_NODE_NODE, SPACE);
    root.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, SPACE);
    root.setProperty(CoreOptions.ASPECT_RATIO, ASPECT);
    root.setProperty(
        LayeredOptions.CONSIDER_MODEL_ORDER_STRATEGY, OrderingStrategy.NODES_AND_EDGES);
  }

  /** Boxes of boxes end up beside one another: the more there are, the taller each is. */
  private static double aspect(Graph graph, Graph.Node node) {
    long beside = graph.nodes().stream().filter(Drawing::nested).count();
    return nested(node) ? Math.max(0.5, 2 * ASPECT / beside) : ASPECT;
  }

  private static boolean nested(Graph.Node node) {
    return node.inside().stream().anyMatch(n -> !n.inside().isEmpty());
  }

  private static ElkNode add(ElkNode parent, Graph.Node node, double aspect) {
    ElkNode box = ElkGraphUtil.createNode(parent);
    double width = Lettering.width(node);
    double height = Lettering.height(node);
    box.setDimensions(width, height);
    if (!node.inside().isEmpty()) {
      box.setProperty(CoreOptions.ALGORITHM, BoxLayouterOptions.ALGORITHM_ID);
      box.setProperty(CoreOptions.PADDING, new ElkPadding(height, INSIDE, INSIDE, INSIDE));
      box.setProperty(CoreOptions.SPACING_NODE_NODE, INSIDE);
      box.setProperty(CoreOptions.ASPECT_RATIO, aspect);
      box.setProperty(CoreOptions.NODE_SIZE_CONSTRAINTS, SizeConstraint.minimumSize());
      box.setProperty(CoreOptions.NODE_SIZE_MINIMUM, new KVector(width, height));
      int left = node.inside().size();
      for (Graph.Node inner : node.inside()) {
        // The packing takes what has a higher priority first: the order stays as declared.
        add(box, inner, ASPECT).setProperty(CoreOptions.PRIORITY, left--);
      }
    }
    return box;
  }

  private static ElkEdge line(Graph.Edge edge, ElkNode from, ElkNode to) {
    ElkEdge line = ElkGraphUtil.createSimpleEdge(from, to);
    if (!edge.label().isEmpty()) {
      ElkLabel label = ElkGraphUtil.createLabel(edge.label(), line);
      label.setDimensions(Lettering.small(edge.label()), Lettering.SMALL_LINE);
    }
    return line;
  }

  /** ELK's nodes are in the order in which they were made. */
  private static void read(
      List<Graph.Node> nodes, ElkNode parent, double x, double y, List<Box> boxes) {
    for (int i = 0; i < nodes.size(); i++) {
      ElkNode at = parent.getChildren().get(i);
      double left = x + at.getX();
      double top = y + at.getY();
      boxes.add(new Box(nodes.get(i), left, top, at.getWidth(), at.getHeight()));
      read(nodes.get(i).inside(), at, left, top, boxes);
    }
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
