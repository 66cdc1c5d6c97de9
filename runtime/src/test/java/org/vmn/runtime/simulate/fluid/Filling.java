package org.vmn.runtime.simulate.fluid;

import java.util.Arrays;
import java.util.List;

/**
 * The oracle: max-min rates as the textbook has them, all flows from nothing, level by level. Slow
 * and plain on purpose, and shares nothing with what it checks.
 */
final class Filling {
  /** A flow as it was asked for. */
  record Flow(int[] way, double weight, double limit) {}

  private Filling() {}

  static double[] rates(double[] capacity, List<Flow> flows) {
    double[] rates = new double[flows.size()];
    boolean[] fixed = new boolean[flows.size()];
    double[] left = capacity.clone();
    for (int count = 0; count < flows.size(); ) {
      double[] weight = new double[capacity.length];
      for (int f = 0; f < flows.size(); f++) {
        if (!fixed[f]) {
          for (int r : flows.get(f).way()) {
            weight[r] += flows.get(f).weight();
          }
        }
      }
      double level = Double.POSITIVE_INFINITY;
      for (int r = 0; r < capacity.length; r++) {
        level = weight[r] > 0 ? Math.min(level, Math.max(0, left[r]) / weight[r]) : level;
      }
      for (int f = 0; f < flows.size(); f++) {
        level = fixed[f] ? level : Math.min(level, flows.get(f).limit() / flows.get(f).weight());
      }
      double lowest = level;
      double[] before = left.clone();
      for (int f = 0; f < flows.size(); f++) {
        Flow flow = flows.get(f);
        boolean stops = flow.limit() / flow.weight() <= lowest * (1 + 1e-13);
        boolean blocked =
            Arrays.stream(flow.way())
                .anyMatch(r -> Math.max(0, before[r]) / weight[r] <= lowest * (1 + 1e-13));
        if (!fixed[f] && (stops || blocked)) {
          fixed[f] = true;
          count++;
          rates[f] = Math.min(flow.limit(), lowest * flow.weight());
          for (int r : flow.way()) {
            left[r] -= rates[f];
          }
        }
      }
    }
    return rates;
  }
}
