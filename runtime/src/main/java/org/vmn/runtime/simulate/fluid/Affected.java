package org.vmn.runtime.simulate.fluid;

import java.util.Arrays;

/**
 * The flows whose rates are being found anew, and the resources that they cross with what all other
 * flows leave of them. Everything else stays as it is.
 */
final class Affected {
  private final Flows flows;
  private final Resources resources;

  int[] flow = new int[64];
  int flowCount;
  int[] resource = new int[64];
  int resourceCount;

  /** By resource: what other flows leave. */
  double[] left = {};

  /** By resource: the weight of affected flows across it, and how many they are. */
  double[] weight = {};

  int[] count = {};

  /** By resource: whether it was full before, and its highest level then. */
  boolean[] wasFull = {};

  double[] wasHighest = {};

  private int[] flowRound = {};
  private int[] resourceRound = {};
  private int round;

  Affected(Flows flows, Resources resources) {
    this.flows = flows;
    this.resources = resources;
  }

  void clear() {
    flowCount = 0;
    resourceCount = 0;
    round++;
  }

  boolean contains(int f) {
    return f < flowRound.length && flowRound[f] == round;
  }

  void add(int f) {
    if (f >= flowRound.length) {
      flowRound = Arrays.copyOf(flowRound, flows.capacity());
    }
    if (flowRound[f] == round) {
      return;
    }
    flowRound[f] = round;
    if (flowCount == flow.length) {
      flow = Arrays.copyOf(flow, 2 * flowCount);
    }
    flow[flowCount++] = f;
    double rate = flows.rate[f];
    double share = flows.weight[f];
    int first = f << flows.shift;
    for (int hop = first; hop < first + flows.length[f]; hop++) {
      int r = flows.resource[hop];
      touch(r);
      left[r] += rate;
      weight[r] += share;
      count[r]++;
    }
  }

  /** Looks at a resource again, whether or not a flow across it is affected. */
  void touch(int r) {
    if (r >= resourceRound.length) {
      grow();
    }
    if (resourceRound[r] == round) {
      return;
    }
    resourceRound[r] = round;
    if (resourceCount == resource.length) {
      resource = Arrays.copyOf(resource, 2 * resourceCount);
    }
    resource[resourceCount++] = r;
    left[r] = resources.capacity[r] - resources.used[r];
    weight[r] = 0;
    count[r] = 0;
    wasFull[r] = resources.full[r];
    wasHighest[r] = resources.highest[r];
  }

  private void grow() {
    int length = Math.max(resources.count(), 2 * resourceRound.length);
    left = Arrays.copyOf(left, length);
    weight = Arrays.copyOf(weight, length);
    count = Arrays.copyOf(count, length);
    wasFull = Arrays.copyOf(wasFull, length);
    wasHighest = Arrays.copyOf(wasHighest, length);
    resourceRound = Arrays.copyOf(resourceRound, length);
  }
}
