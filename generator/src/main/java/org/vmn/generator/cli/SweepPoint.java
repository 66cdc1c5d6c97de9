package org.vmn.generator.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One of the networks that a campaign compares.
 *
 * @param swept the values of swept variables
 * @param values those and the other variables that are set
 */
record SweepPoint(Map<String, String> swept, Map<String, String> values) {
  /** Each is compiled; more are refused. */
  static final int MOST = 10_000;

  /**
   * All combinations, those of the last sweep next to one another; one point without sweeps.
   *
   * @throws IllegalArgumentException when there are too many
   */
  static List<SweepPoint> of(List<Sweep> sweeps, Map<String, String> set) {
    long count = 1;
    for (Sweep sweep : sweeps) {
      count *= sweep.values().size();
      if (count > MOST) {
        throw new IllegalArgumentException("more than " + MOST + " combinations of values");
      }
    }
    List<Map<String, String>> points = List.of(Map.of());
    for (Sweep sweep : sweeps) {
      List<Map<String, String>> crossed = new ArrayList<>();
      for (Map<String, String> point : points) {
        for (String value : sweep.values()) {
          Map<String, String> more = new LinkedHashMap<>(point);
          more.put(sweep.name(), value);
          crossed.add(more);
        }
      }
      points = crossed;
    }
    return points.stream()
        .map(swept -> {
          Map<String, String> values = new LinkedHashMap<>(set);
          values.putAll(swept);
          return new SweepPoint(swept, values);
        })
        .toList();
  }

  /** What tells it from the others: {@code count=4, size=8 GiB}; empty without sweeps. */
  String label() {
    return swept.entrySet().stream()
        .map(e -> e.getKey() + "=" + e.getValue())
        .collect(Collectors.joining(", "));
  }
}
