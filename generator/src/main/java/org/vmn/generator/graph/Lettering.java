package org.vmn.generator.graph;

/**
 * How much room words take in the common sans-serif fonts; a little more than they need, since
 * nobody knows the reader's font.
 */
final class Lettering {
  static final double LINE = 16;
  static final double SMALL_LINE = 13;

  /** Above and below the words of a box, together. */
  static final double PADDING = 14;

  /** Pixels. */
  static final int SIZE = 13;

  static final int SMALL_SIZE = 10;

  static final int TITLE_SIZE = 17;

  /** Of a letter's height. */
  private static final double WIDTH = 0.6;

  /** How much wider a name is for being bold. */
  private static final double BOLD = 1.08;

  private static final double SIDE = 28;
  private static final double LEAST = 76;

  private Lettering() {}

  static double width(Graph.Node node) {
    double widest = 0;
    for (int i = 0; i < node.lines().size(); i++) {
      double size = i == 0 ? SIZE * BOLD : SIZE - 2;
      widest = Math.max(widest, node.lines().get(i).length() * WIDTH * size);
    }
    return Math.max(LEAST, Math.rint(widest + SIDE));
  }

  static double height(Graph.Node node) {
    return node.lines().size() * LINE + PADDING;
  }

  static double title(Graph graph) {
    double title = graph.title().length() * WIDTH * TITLE_SIZE * BOLD;
    return Math.max(title, graph.subtitle().length() * WIDTH * (SIZE - 2));
  }

  static double small(String text) {
    return Math.rint(text.length() * WIDTH * SMALL_SIZE + 8);
  }
}
