package org.vmn.runtime.simulate.fluid;

import java.util.Arrays;

/**
 * Progressive filling (Bertsekas and Gallager: Data Networks, 6.5.2) of the affected flows: the
 * level rises for all at once; a flow stops at its ceiling or when a resource on its way is full.
 * Each flow is set once. What a resource has left for each unit of weight, its share, only grows
 * while others fill; so a resource may fill as soon as no flow across it crosses one with a smaller
 * share, whatever happens elsewhere. Such a resource is found by going on to a smaller share while
 * there is one: no order has to be kept of those that are far away.
 */
final class WaterFill {
  /** A rate that moves by less than this part of it stays, so that no dust spreads. */
  private static final double STILL = 1e-12;

  private static final int NONE = -1;

  private final Flows flows;
  private final Resources resources;
  private final Affected affected;
  private final Quantum quantum;

  /** By flow: what this filling found; of those that aren't affected, what the last one did. */
  double[] level = {};

  /** By affected flow: what this filling found. */
  double[] rate = {};

  /** By resource: what is left, and the weight and number of flows that aren't set yet. */
  double[] left = {};

  private double[] weight = {};
  private int[] open = {};

  /** Resources that this filling filled, and the share that each had then. */
  int[] filled = new int[16];

  double[] filledAt = new double[16];
  int filledCount;

  /** Resources that fill one after the other, the last one first. */
  private int[] stack = new int[16];

  WaterFill(Flows flows, Resources resources, Affected affected, Quantum quantum) {
    this.flows = flows;
    this.resources = resources;
    this.affected = affected;
    this.quantum = quantum;
  }

  void run(boolean ceilings) {
    ensure();
    filledCount = 0;
    for (int i = 0; i < affected.resourceCount; i++) {
      int r = affected.resource[i];
      resources.full[r] = false;
      left[r] = Math.max(0, affected.left[r]);
      weight[r] = affected.weight[r];
      open[r] = affected.count[r];
    }
    for (int i = 0; i < affected.flowCount; i++) {
      int f = affected.flow[i];
      level[f] = Flows.OPEN;
      if (flows.length[f] == 0) {
        set(f, flows.ceiling[f]);
      }
    }
    for (int i = 0; i < affected.flowCount; i++) {
      int f = affected.flow[i];
      if (level[f] == Flows.OPEN) {
        stack[0] = flows.resource[f << flows.shift];
        descend(ceilings);
      }
    }
  }

  /** Fills the resource at the bottom of the stack, and before it all that fill earlier. */
  private void descend(boolean ceilings) {
    int depth = 1;
    while (depth > 0) {
      int r = stack[depth - 1];
      if (open[r] == 0) {
        depth--;
        continue;
      }
      double share = left[r] / weight[r];
      int earlier = earlier(r, share);
      if (earlier != NONE) {
        if (depth == stack.length) {
          stack = Arrays.copyOf(stack, 2 * depth);
        }
        stack[depth++] = earlier;
      } else if (!ceilings || !stopAtCeilings(r, share)) {
        fill(r, share);
        depth--;
      }
    }
  }

  /** A resource that has a smaller share for a flow across one than that has; or {@link #NONE}. */
  private int earlier(int r, double share) {
    int[] hops = resources.hops[r];
    int shift = flows.shift;
    int[] length = flows.length;
    int[] way = flows.resource;
    double[] found = level;
    double[] room = left;
    double[] heavy = weight;
    for (int i = resources.crossing[r] - 1; i >= 0; i--) {
      int f = hops[i] >> shift;
      if (found[f] == Flows.OPEN) {
        int first = f << shift;
        for (int hop = first; hop < first + length[f]; hop++) {
          int other = way[hop];
          // The product is quick; the quotient is what shares are compared by everywhere.
          if (room[other] < share * heavy[other] && room[other] / heavy[other] < share) {
            return other;
          }
        }
      }
    }
    return NONE;
  }

  /** Sets the flows across a resource that stop below its share, which none of theirs is below. */
  private boolean stopAtCeilings(int r, double share) {
    boolean any = false;
    int[] hops = resources.hops[r];
    for (int i = resources.crossing[r] - 1; i >= 0; i--) {
      int f = hops[i] >> flows.shift;
      if (level[f] == Flows.OPEN && flows.ceiling[f] <= share) {
        set(f, flows.ceiling[f]);
        any = true;
      }
    }
    return any;
  }

  private void fill(int r, double share) {
    int[] hops = resources.hops[r];
    for (int i = resources.crossing[r] - 1; i >= 0; i--) {
      int f = hops[i] >> flows.shift;
      if (level[f] == Flows.OPEN) {
        set(f, share);
      }
    }
    resources.full[r] = true;
    if (filledCount == filled.length) {
      filled = Arrays.copyOf(filled, 2 * filledCount);
      filledAt = Arrays.copyOf(filledAt, 2 * filledCount);
    }
    filled[filledCount] = r;
    filledAt[filledCount++] = share;
  }

  private void set(int f, double found) {
    double units = quantum.floor(found * flows.weight[f]);
    double before = flows.rate[f];
    if (Math.abs(units - before) <= STILL * before && flows.level[f] >= 0) {
      level[f] = flows.level[f];
      units = before;
    } else {
      level[f] = found;
    }
    rate[f] = units;
    double w = flows.weight[f];
    int first = f << flows.shift;
    for (int hop = first; hop < first + flows.length[f]; hop++) {
      int r = flows.resource[hop];
      left[r] -= units;
      weight[r] -= w;
      open[r]--;
    }
  }

  private void ensure() {
    if (level.length < flows.capacity()) {
      level = Arrays.copyOf(level, flows.capacity());
      rate = Arrays.copyOf(rate, flows.capacity());
    }
    int count = resources.count();
    if (left.length < count) {
      int length = Math.max(count, 2 * left.length);
      left = Arrays.copyOf(left, length);
      weight = Arrays.copyOf(weight, length);
      open = Arrays.copyOf(open, length);
    }
  }
}
