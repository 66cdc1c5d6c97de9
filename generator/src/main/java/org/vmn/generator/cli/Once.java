package org.vmn.generator.cli;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Pairs what is the same in two rounds, however often it is said. */
final class Once {
  private Once() {}

  /** By what makes each what it is and, of several of the same, its number. */
  static <T> Map<List<Object>, T> keyed(List<T> all, Function<T, List<Object>> identity) {
    Map<List<Object>, Integer> seen = new HashMap<>();
    Map<List<Object>, T> keyed = new LinkedHashMap<>();
    for (T one : all) {
      List<Object> what = identity.apply(one);
      keyed.put(List.of(what, seen.merge(what, 1, Integer::sum)), one);
    }
    return keyed;
  }
}
