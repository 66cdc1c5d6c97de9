package org.vmn.generator.graph;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.vmn.generator.graph.Graph.Kind;

/** What the shapes of a picture mean: those that are in it. */
final class Legend {
  static final String SERVES = "spreads connections over";

  private static final double SWATCH_AND_GAP = 48;

  private Legend() {}

  static List<Kind> kinds(Drawing drawing) {
    Set<Kind> kinds = new TreeSet<>();
    drawing.boxes().forEach(b -> kinds.add(b.node().kind()));
    return kinds.stream().filter(k -> !k.word().isEmpty()).toList();
  }

  /** How far the next entry is from the one with the given word. */
  static double step(String word) {
    return Lettering.small(word) + SWATCH_AND_GAP;
  }

  static double width(List<Kind> kinds, boolean serves) {
    return kinds.stream().mapToDouble(k -> step(k.word())).sum() + (serves ? step(SERVES) : 0);
  }
}
