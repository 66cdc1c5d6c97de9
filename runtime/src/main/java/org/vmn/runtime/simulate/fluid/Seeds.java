package org.vmn.runtime.simulate.fluid;

import java.util.Arrays;

/** Where a new settlement starts: what came, what became free, and who feels it at once. */
final class Seeds {
  private final Flows flows;
  private final Resources resources;
  private final Affected affected;
  private final Certificates certificates;
  private int[] opened = new int[16];
  private int openedCount;
  private int[] freed = new int[16];
  private int freedCount;
  private int[] resized = new int[16];
  private int resizedCount;

  /** By flow: its place among those opened, plus one. */
  private int[] openedAt = {};

  Seeds(Flows flows, Resources resources, Affected affected, Certificates certificates) {
    this.flows = flows;
    this.resources = resources;
    this.affected = affected;
    this.certificates = certificates;
  }

  void ensure(int count) {
    if (freed.length < count) {
      freed = Arrays.copyOf(freed, 2 * count);
    }
  }

  void opened(int flow) {
    if (openedAt.length < flows.capacity()) {
      openedAt = Arrays.copyOf(openedAt, flows.capacity());
    }
    if (openedCount == opened.length) {
      opened = Arrays.copyOf(opened, 2 * openedCount);
    }
    opened[openedCount++] = flow;
    openedAt[flow] = openedCount;
  }

  /** A flow goes: what it crossed is full no more, unless it had nothing of it. */
  void freed(int flow) {
    int at = openedAt[flow] - 1;
    if (at >= 0) {
      int last = opened[--openedCount];
      opened[at] = last;
      openedAt[last] = at + 1;
      openedAt[flow] = 0;
    }
    int first = flow << flows.shift;
    for (int hop = first; hop < first + flows.length[flow]; hop++) {
      int resource = flows.resource[hop];
      if (resources.full[resource]) {
        resources.full[resource] = false;
        freed[freedCount++] = resource;
      }
    }
  }

  void resized(int resource) {
    if (resizedCount == resized.length) {
      resized = Arrays.copyOf(resized, 2 * resizedCount);
    }
    resized[resizedCount++] = resource;
  }

  void plant() {
    for (int i = 0; i < resizedCount; i++) {
      affected.touch(resized[i]);
      int[] hops = resources.hops[resized[i]];
      for (int k = resources.crossing[resized[i]] - 1; k >= 0; k--) {
        affected.add(hops[k] >> flows.shift);
      }
    }
    for (int i = 0; i < freedCount; i++) {
      int resource = freed[i];
      certificates.addUncertified(resource, Certificates.below(resources.highest[resource]));
    }
    for (int i = 0; i < openedCount; i++) {
      openedAt[opened[i]] = 0;
      affected.add(opened[i]);
    }
    for (int i = 0; i < affected.flowCount; i++) {
      guess(affected.flow[i]);
    }
    resizedCount = 0;
    freedCount = 0;
    openedCount = 0;
  }

  /**
   * Where a flow meets greater ones, the greatest are likely to lose to it, or to win what it
   * loses: those too, and whom these meet. Saves fillings, and decides nothing.
   */
  private void guess(int flow) {
    double level = Certificates.above(flows.level[flow]);
    int first = flow << flows.shift;
    for (int hop = first; hop < first + flows.length[flow]; hop++) {
      int resource = flows.resource[hop];
      if (!resources.full[resource] || resources.highest[resource] <= level) {
        continue;
      }
      double greatest = Certificates.below(resources.highest[resource]);
      int[] hops = resources.hops[resource];
      for (int i = resources.crossing[resource] - 1; i >= 0; i--) {
        int other = hops[i] >> flows.shift;
        if (flows.level[other] >= greatest) {
          affected.add(other);
        }
      }
    }
  }
}
