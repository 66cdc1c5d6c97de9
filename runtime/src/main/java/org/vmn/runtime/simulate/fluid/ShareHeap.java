package org.vmn.runtime.simulate.fluid;

import java.util.Arrays;

/** Resources by the share that each has left for one more unit of weight, the smallest first. */
final class ShareHeap {
  private static final int OUT = -1;

  private double[] share = new double[0];
  private int[] at = new int[0];
  private int[] heap = new int[0];
  private int size;

  void ensure(int resources) {
    int before = at.length;
    if (resources > before) {
      int length = Math.max(resources, 2 * before);
      share = Arrays.copyOf(share, length);
      at = Arrays.copyOf(at, length);
      heap = Arrays.copyOf(heap, length);
      Arrays.fill(at, before, length, OUT);
    }
  }

  boolean isEmpty() {
    return size == 0;
  }

  boolean contains(int resource) {
    return at[resource] != OUT;
  }

  double share(int resource) {
    return share[resource];
  }

  int first() {
    return heap[0];
  }

  /** Adds one at the end, out of order: {@link #order} must follow. */
  void append(int resource, double value) {
    share[resource] = value;
    heap[size] = resource;
    at[resource] = size++;
  }

  void order() {
    for (int i = size / 2 - 1; i >= 0; i--) {
      sink(heap[i], i);
    }
  }

  void change(int resource, double value) {
    double before = share[resource];
    share[resource] = value;
    if (value > before) {
      sink(resource, at[resource]);
    } else if (value < before) {
      rise(resource, at[resource]);
    }
  }

  void remove(int resource) {
    int hole = at[resource];
    at[resource] = OUT;
    int last = heap[--size];
    if (last != resource) {
      rise(last, hole);
      sink(last, at[last]);
    }
  }

  private void rise(int resource, int from) {
    int position = from;
    double value = share[resource];
    while (position > 0) {
      int parent = (position - 1) >> 1;
      int above = heap[parent];
      if (share[above] <= value) {
        break;
      }
      heap[position] = above;
      at[above] = position;
      position = parent;
    }
    heap[position] = resource;
    at[resource] = position;
  }

  private void sink(int resource, int from) {
    int position = from;
    double value = share[resource];
    while (true) {
      int child = 2 * position + 1;
      if (child >= size) {
        break;
      }
      if (child + 1 < size && share[heap[child + 1]] < share[heap[child]]) {
        child++;
      }
      int below = heap[child];
      if (share[below] >= value) {
        break;
      }
      heap[position] = below;
      at[below] = position;
      position = child;
    }
    heap[position] = resource;
    at[resource] = position;
  }
}
