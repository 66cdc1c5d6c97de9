package org.vmn.runtime.simulate.fluid;

import java.util.Arrays;

/**
 * Progressive filling (Bertsekas and Gallager: Data Networks, 6.5.2) of the affected flows: the
 * level rises for all at once; a flow stops at its ceiling or when a resource on its way is full.
 * Resources are taken in the order in which they fill, so each flow is set once.
 */
final class WaterFill {
  /** A rate that moves by less than this part of it stays, so that no dust spreads. */
  private static final double STILL = 1e-12;

  private final Flows flows;
  private final Resources resources;
  private final Affected affected;
  private final Quantum quantum;
  private final ShareHeap heap = new ShareHeap();

  /** By flow: what this filling found. */
  double[] level = {};

  double[] rate = {};

  /** By resource: what is left, and the weight and number of flows that aren't set yet. */
  double[] left = {};

  private double[] weight = {};
  private int[] open = {};

  /** How many flows aren't set yet. */
  private int unset;

  WaterFill(Flows flows, Resources resources, Affected affected, Quantum quantum) {
    this.flows = flows;
    this.resources = resources;
    this.affected = affected;
    this.quantum = quantum;
  }

  /** The level of a flow, whether or not it is affected. */
  double levelOf(int flow) {
    return affected.contains(flow) ? level[flow] : flows.level[flow];
  }

  void run(boolean ceilings) {
    ensure();
    for (int i = 0; i < affected.resourceCount; i++) {
      int r = affected.resource[i];
      resources.full[r] = false;
      left[r] = Math.max(0, affected.left[r]);
      weight[r] = affected.weight[r];
      open[r] = affected.count[r];
      if (open[r] > 0) {
        heap.append(r, left[r] / weight[r]);
      }
    }
    heap.order();
    unset = affected.flowCount;
    for (int i = 0; i < affected.flowCount; i++) {
      int f = affected.flow[i];
      level[f] = Flows.OPEN;
      if (flows.length[f] == 0) {
        set(f, flows.ceiling[f]);
      }
    }
    while (unset > 0) {
      int r = heap.first();
      double share = heap.firstShare();
      if (open[r] == 0) {
        heap.removeFirst();
      } else if (left[r] / weight[r] > share) {
        heap.raiseFirst(left[r] / weight[r]);
      } else if (!ceilings || !stopAtCeilings(r, share)) {
        heap.removeFirst();
        fill(r, share);
      }
    }
    heap.clear();
  }

  /**
   * Sets the flows across a resource that stop below its share. Those elsewhere are set when their
   * resource is looked at; until then they only make its share seem smaller than it is.
   */
  private boolean stopAtCeilings(int r, double share) {
    boolean any = false;
    int[] hops = resources.hops[r];
    for (int i = resources.crossing[r] - 1; i >= 0; i--) {
      int f = hops[i] >> flows.shift;
      if (flows.ceiling[f] <= share && affected.contains(f) && level[f] == Flows.OPEN) {
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
      if (affected.contains(f) && level[f] == Flows.OPEN) {
        set(f, share);
      }
    }
    resources.full[r] = true;
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
    unset--;
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
