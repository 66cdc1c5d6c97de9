package org.vmn.runtime.simulate.fluid;

import java.util.Arrays;

/** Columns of resources: what each can do, what is used of it, and which flows cross it. */
final class Resources {
  double[] capacity = new double[16];
  double[] used = new double[16];

  /** Whether nothing is left of it. */
  boolean[] full = new boolean[16];

  /** The highest level of a flow across it; only known while it is full. */
  double[] highest = new double[16];

  /** The hops across it, as numbers of {@link Flows}, in no order that matters. */
  int[][] hops = new int[16][];

  int[] crossing = new int[16];
  private int count;

  int add(double units) {
    if (count == capacity.length) {
      grow();
    }
    capacity[count] = units;
    hops[count] = new int[4];
    return count++;
  }

  int count() {
    return count;
  }

  private void grow() {
    int length = 2 * count;
    capacity = Arrays.copyOf(capacity, length);
    used = Arrays.copyOf(used, length);
    full = Arrays.copyOf(full, length);
    highest = Arrays.copyOf(highest, length);
    hops = Arrays.copyOf(hops, length);
    crossing = Arrays.copyOf(crossing, length);
  }

  /** Lets a hop cross; gives its place among those that do. */
  int join(int resource, int hop) {
    int[] all = hops[resource];
    int place = crossing[resource]++;
    if (place == all.length) {
      all = Arrays.copyOf(all, 2 * place);
      hops[resource] = all;
    }
    all[place] = hop;
    return place;
  }

  /** Takes the hop at a place away; gives the one that is at that place now. */
  int leave(int resource, int place) {
    int[] all = hops[resource];
    int last = all[--crossing[resource]];
    all[place] = last;
    return last;
  }
}
