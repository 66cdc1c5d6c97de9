package org.vmn.runtime.campaign;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is kept of a run.
 *
 * @param figures by name; what could not be measured is absent
 * @param passed for each expectation, in order, whether it was met
 */
public record Outcome(SortedMap<String, Double> figures, List<Boolean> passed) {
  public Outcome {
    figures = Collections.unmodifiableSortedMap(new TreeMap<>(figures));
    passed = List.copyOf(passed);
  }

  Outcome(Map<String, Double> figures, List<Boolean> passed) {
    this(new TreeMap<>(figures), passed);
  }
}
