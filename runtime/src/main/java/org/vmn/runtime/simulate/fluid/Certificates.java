package org.vmn.runtime.simulate.fluid;

/**
 * A flow's rate is right exactly when it is at its ceiling or crosses a full resource on which no
 * flow has a higher level: its bottleneck (Bertsekas and Gallager: Data Networks, 6.5.2). When all
 * flows have such a certificate the whole is max-min fair, however it was found.
 */
final class Certificates {
  /** Two levels as close as this are the same. */
  private static final double SAME = 1e-9;

  private final Flows flows;
  private final Resources resources;
  private final Affected affected;
  private final WaterFill filling;

  Certificates(Flows flows, Resources resources, Affected affected, WaterFill filling) {
    this.flows = flows;
    this.resources = resources;
    this.affected = affected;
    this.filling = filling;
  }

  /** A bit less than a level. */
  static double below(double level) {
    return level * (1 - SAME);
  }

  /** A bit more than a level. */
  static double above(double level) {
    return level * (1 + SAME);
  }

  boolean holds(int f, double level) {
    if (level >= below(flows.ceiling[f])) {
      return true;
    }
    int first = f << flows.shift;
    for (int hop = first; hop < first + flows.length[f]; hop++) {
      int r = flows.resource[hop];
      if (resources.full[r] && level >= below(resources.highest[r])) {
        return true;
      }
    }
    return false;
  }

  /**
   * After a filling: adds the other flows that stand in the way of a certificate, or lost theirs.
   *
   * @return whether there were any
   */
  boolean widen() {
    int flowsBefore = affected.flowCount;
    int resourcesBefore = affected.resourceCount;
    for (int i = 0; i < resourcesBefore; i++) {
      look(affected.resource[i]);
    }
    for (int i = 0; i < resourcesBefore; i++) {
      addLosers(affected.resource[i]);
    }
    for (int i = 0; i < filling.filledCount; i++) {
      if (resources.highest[filling.filled[i]] > above(filling.filledAt[i])) {
        addGreaterAcross(filling.filled[i]);
      }
    }
    return affected.flowCount > flowsBefore;
  }

  private void look(int r) {
    if (!resources.full[r] && filling.left[r] > resources.capacity[r] * SAME) {
      return;
    }
    resources.full[r] = true;
    double highest = 0;
    double[] level = filling.level;
    int[] hops = resources.hops[r];
    for (int i = resources.crossing[r] - 1; i >= 0; i--) {
      highest = Math.max(highest, level[hops[i] >> flows.shift]);
    }
    resources.highest[r] = highest;
  }

  /** Those across a resource who had their certificate there, and have it no more. */
  private void addLosers(int r) {
    double before = affected.wasHighest[r];
    if (affected.wasFull[r]
        && !(resources.full[r]
            && resources.highest[r] <= above(before)
            && resources.highest[r] >= below(before))) {
      addUncertified(r, below(before));
    }
  }

  /** Adds the flows across a resource from a level on that have no certificate. */
  void addUncertified(int r, double from) {
    int[] hops = resources.hops[r];
    for (int i = resources.crossing[r] - 1; i >= 0; i--) {
      int f = hops[i] >> flows.shift;
      double level = flows.level[f];
      if (level >= from && !affected.contains(f) && !holds(f, level)) {
        affected.add(f);
      }
    }
  }

  /** Of the flows that this filling set at a resource, those who have no certificate want more. */
  private void addGreaterAcross(int r) {
    int[] hops = resources.hops[r];
    for (int i = resources.crossing[r] - 1; i >= 0; i--) {
      int f = hops[i] >> flows.shift;
      if (affected.contains(f) && !holds(f, filling.level[f])) {
        addGreater(f);
      }
    }
  }

  /** Those who have more than a flow of what it finds full. */
  private void addGreater(int f) {
    double level = above(filling.level[f]);
    int first = f << flows.shift;
    for (int hop = first; hop < first + flows.length[f]; hop++) {
      int r = flows.resource[hop];
      if (resources.full[r] && resources.highest[r] > level) {
        int[] hops = resources.hops[r];
        for (int i = resources.crossing[r] - 1; i >= 0; i--) {
          int other = hops[i] >> flows.shift;
          if (flows.level[other] > level && !affected.contains(other)) {
            affected.add(other);
          }
        }
      }
    }
  }
}
