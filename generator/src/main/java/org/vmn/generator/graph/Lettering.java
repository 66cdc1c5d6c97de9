package org.vmn.generator.graph;

/**
 * How much room words take in the common sans-serif fonts; a little more than they need, since
 * nobody knows the reader's font.
 */
final class Lettering {
  static final double LINE = 17;
  static final double SMALL_LINE = 13;

  /** Pixels. */
  static final int SIZE = 13;

  static final int SMALL_SIZE = 10;

  /** Of a letter's height. */
  private static final double WIDTH = 0.6;

  private static final double SIDE = 28;
  private static final double TOP = 14;
  private static final double LEAST = 80;

  private Lettering() {}

  static double width(Graph.Node node) {
    double widest = 0;
    for (int i = 0; i < node.lines().size(); i++) {
      widest = Math.max(widest, node.lines().get(i).length() * WIDTH * (i == 0 ? SIZE : SIZE - 2));
    }
    return Math.max(LEAST, Math.rint(widest + SIDE));
  }

  static double height(Graph.Node node) {
    return node.lines().size() * LINE + TOP;
  }

  static double small(String text) {
    return Math.rint(text.length() * WIDTH * SMALL_SIZE + 6);
  }
}
