package org.vmn.runtime.simulate.fluid;

import java.util.Arrays;

/**
 * Weighted max-min fair rates of flows over shared resources, kept up while flows come and go. A
 * resource may be a processor, one direction of a link, or a disk; its capacity is in units a
 * second, whatever the unit is.
 *
 * <p>Exact and incremental: only flows whose bottleneck changed are set anew (see {@link
 * Certificates}), and the outcome is the one that filling everything from nothing has, up to one
 * part in a thousand million. The same calls in the same order give the same bits.
 */
public final class FairShare {
  /** An activity that takes what it gets. */
  public static final double NO_LIMIT = Double.POSITIVE_INFINITY;

  private final double largest;
  private final int mostHops;
  private final Quantum quantum;
  private final Flows flows;
  private final Resources resources = new Resources();
  private final Affected affected;
  private final WaterFill filling;
  private final Certificates certificates;
  private final Seeds seeds;
  private int ceilings;
  private int[] changed = new int[64];
  private int changedCount;

  /**
   * @param mostHops the most resources that a flow crosses, 1 to 64
   * @param largest the largest capacity that a resource will have, in units a second; rates are
   *     right to one part of it in 2^51
   */
  public FairShare(int mostHops, double largest) {
    if (mostHops < 1 || mostHops > 64 || !(largest > 0) || largest > 0x1p500) {
      throw new IllegalArgumentException(mostHops + " hops, at most " + largest + " a second");
    }
    this.mostHops = mostHops;
    this.largest = largest;
    quantum = new Quantum(largest);
    flows = new Flows(mostHops);
    affected = new Affected(flows, resources);
    filling = new WaterFill(flows, resources, affected, quantum);
    certificates = new Certificates(flows, resources, affected, filling);
    seeds = new Seeds(flows, resources, affected, certificates);
  }

  /** Adds a resource; resources have numbers from 0. */
  public int addResource(double capacity) {
    int resource = resources.add(checked(capacity));
    seeds.ensure(resources.count());
    return resource;
  }

  private double checked(double capacity) {
    if (!(capacity >= 0 && capacity <= largest)) {
      throw new IllegalArgumentException("a capacity of " + capacity + " a second");
    }
    return quantum.floor(capacity);
  }

  /** Gives a resource another capacity, from the next {@link #settle} on. */
  public void setCapacity(int resource, double capacity) {
    double units = checked(capacity);
    if (units != resources.capacity[resource]) {
      resources.capacity[resource] = units;
      seeds.resized(resource);
    }
  }

  /**
   * Opens a flow; its rate is 0 until the next {@link #settle}.
   *
   * @param way the resources that it crosses, each once, of which the first {@code hops} count
   * @param weight above 0: of two flows with the same bottleneck, one of twice the weight gets
   *     twice the rate
   * @param limit the most that it can take, in units a second; finite when it crosses nothing
   * @return its number; numbers of closed flows are used again
   */
  public int open(int[] way, int hops, double weight, double limit) {
    if (hops > mostHops || !(weight > 0) || !(limit >= 0) || hops == 0 && limit == NO_LIMIT) {
      throw new IllegalArgumentException(hops + " hops, weight " + weight + ", limit " + limit);
    }
    int flow = flows.open();
    flows.length[flow] = hops;
    flows.weight[flow] = weight;
    flows.ceiling[flow] = limit / weight;
    flows.level[flow] = Flows.OPEN;
    flows.rate[flow] = 0;
    ceilings += limit == NO_LIMIT ? 0 : 1;
    int first = flow << flows.shift;
    for (int i = 0; i < hops; i++) {
      flows.resource[first + i] = way[i];
      flows.place[first + i] = resources.join(way[i], first + i);
    }
    seeds.opened(flow);
    return flow;
  }

  /** Closes a flow; what it used is free from the next {@link #settle} on. */
  public void close(int flow) {
    ceilings -= flows.ceiling[flow] == NO_LIMIT ? 0 : 1;
    seeds.freed(flow);
    int first = flow << flows.shift;
    for (int hop = first; hop < first + flows.length[flow]; hop++) {
      int resource = flows.resource[hop];
      int moved = resources.leave(resource, flows.place[hop]);
      flows.place[moved] = flows.place[hop];
      resources.used[resource] -= flows.rate[flow];
    }
    flows.close(flow);
  }

  /** Finds the rates again, after flows came or went or capacities changed. */
  public void settle() {
    changedCount = 0;
    affected.clear();
    seeds.plant();
    if (affected.resourceCount + affected.flowCount == 0) {
      return;
    }
    do {
      filling.run(ceilings > 0);
    } while (certificates.widen());
    commit();
  }

  private void commit() {
    for (int i = 0; i < affected.resourceCount; i++) {
      int resource = affected.resource[i];
      double before = Math.max(0, affected.left[resource]);
      resources.used[resource] =
          resources.capacity[resource] - affected.left[resource] + before - filling.left[resource];
    }
    if (changed.length < affected.flowCount) {
      changed = Arrays.copyOf(changed, 2 * affected.flowCount);
    }
    for (int i = 0; i < affected.flowCount; i++) {
      int flow = affected.flow[i];
      flows.level[flow] = filling.level[flow];
      if (flows.rate[flow] != filling.rate[flow]) {
        flows.rate[flow] = filling.rate[flow];
        changed[changedCount++] = flow;
      }
    }
  }

  /** How many flows got another rate in the last {@link #settle}. */
  public int changedCount() {
    return changedCount;
  }

  /** Those flows, numbered from 0; in an order that depends on nothing but the calls made. */
  public int changed(int number) {
    return changed[number];
  }

  /** How many resources the last {@link #settle} looked at. */
  public int touchedCount() {
    return affected.resourceCount;
  }

  /** Those resources, numbered from 0. */
  public int touched(int number) {
    return affected.resource[number];
  }

  /** How many resources a flow crosses. */
  public int hops(int flow) {
    return flows.length[flow];
  }

  /** A resource that a flow crosses, numbered from 0. */
  public int hop(int flow, int number) {
    return flows.resource[(flow << flows.shift) + number];
  }

  /** The rate of a flow in units a second. */
  public double rate(int flow) {
    return flows.rate[flow];
  }

  /** The sum of the rates of all flows across a resource. */
  public double used(int resource) {
    return resources.used[resource];
  }

  public double capacity(int resource) {
    return resources.capacity[resource];
  }

  /** How many flows cross a resource. */
  public int crossing(int resource) {
    return resources.crossing[resource];
  }
}
