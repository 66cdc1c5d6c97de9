package org.vmn.runtime.simulate.fluid;

import java.util.Arrays;

/**
 * Columns of flows. A hop is a flow's number shifted left, and the position on its way: so a hop
 * names its flow without a look at memory.
 */
final class Flows {
  /** The level of a flow that no share was found for yet. */
  static final double OPEN = -1;

  final int shift;

  /** How many resources each crosses. */
  int[] length;

  double[] weight;

  /** The level at which it has all that it can take; infinite when it takes what it gets. */
  double[] ceiling;

  /** Rate by weight: what max-min fairness makes even. */
  double[] level;

  double[] rate;

  /** By hop: the resource. */
  int[] resource;

  /** By hop: its place among those that cross the resource. */
  int[] place;

  private int[] free;
  private int freeCount;

  Flows(int mostHops) {
    shift = Math.max(1, 32 - Integer.numberOfLeadingZeros(mostHops - 1));
    length = new int[0];
    weight = new double[0];
    ceiling = new double[0];
    level = new double[0];
    rate = new double[0];
    resource = new int[0];
    place = new int[0];
    free = new int[0];
    grow(64);
  }

  int capacity() {
    return length.length;
  }

  int open() {
    if (freeCount == 0) {
      grow(2 * capacity());
    }
    return free[--freeCount];
  }

  void close(int flow) {
    free[freeCount++] = flow;
  }

  private void grow(int count) {
    if (count > Integer.MAX_VALUE >> shift) {
      throw new IllegalStateException("more than " + capacity() + " flows at a time");
    }
    int before = capacity();
    length = Arrays.copyOf(length, count);
    weight = Arrays.copyOf(weight, count);
    ceiling = Arrays.copyOf(ceiling, count);
    level = Arrays.copyOf(level, count);
    rate = Arrays.copyOf(rate, count);
    resource = Arrays.copyOf(resource, count << shift);
    place = Arrays.copyOf(place, count << shift);
    free = Arrays.copyOf(free, count);
    for (int flow = count - 1; flow >= before; flow--) {
      free[freeCount++] = flow;
    }
  }
}
