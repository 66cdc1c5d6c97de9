package org.vmn.runtime.simulate;

import java.util.stream.IntStream;

/** The targets believed healthy, in order. */
final class Healthy {
  private int[] targets;
  private final boolean[] down;
  private boolean stale;

  Healthy(int count) {
    targets = IntStream.range(0, count).toArray();
    down = new boolean[count];
  }

  void down(int target) {
    down[target] = true;
    stale = true;
  }

  void up(int target) {
    down[target] = false;
    stale = true;
  }

  int count() {
    refresh();
    return targets.length;
  }

  int get(int index) {
    refresh();
    return targets[index];
  }

  /** Once for all targets of a host that failed. */
  private void refresh() {
    if (stale) {
      targets = IntStream.range(0, down.length).filter(target -> !down[target]).toArray();
      stale = false;
    }
  }
}
