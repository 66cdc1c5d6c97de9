package org.vmn.runtime.simulate.fluid;

import java.util.Arrays;

/**
 * Resources by the share that each has left for one more unit of weight, the smallest first. Shares
 * only grow while resources fill; so a share that is out of date is too small, and it does to look
 * again at what comes first.
 */
final class ShareHeap {
  private double[] share = new double[64];
  private int[] resource = new int[64];
  private int size;

  void clear() {
    size = 0;
  }

  int first() {
    return resource[0];
  }

  double firstShare() {
    return share[0];
  }

  /** Adds one at the end, out of order: {@link #order} must follow. */
  void append(int added, double value) {
    if (size == resource.length) {
      share = Arrays.copyOf(share, 2 * size);
      resource = Arrays.copyOf(resource, 2 * size);
    }
    share[size] = value;
    resource[size++] = added;
  }

  void order() {
    for (int i = size / 2 - 1; i >= 0; i--) {
      sink(i, resource[i], share[i]);
    }
  }

  /** What comes first has a greater share. */
  void raiseFirst(double value) {
    sink(0, resource[0], value);
  }

  void removeFirst() {
    size--;
    if (size > 0) {
      sink(0, resource[size], share[size]);
    }
  }

  private void sink(int from, int sunk, double value) {
    int position = from;
    while (true) {
      int child = 2 * position + 1;
      if (child >= size) {
        break;
      }
      if (child + 1 < size && share[child + 1] < share[child]) {
        child++;
      }
      if (share[child] >= value) {
        break;
      }
      share[position] = share[child];
      resource[position] = resource[child];
      position = child;
    }
    share[position] = value;
    resource[position] = sunk;
  }
}
