package org.vmn.runtime.simulate;

import java.util.Arrays;

/** What will happen, soonest first: a heap with four children a node, in two arrays. */
final class Events {
  private static final int CHILDREN = 4;

  private long[] times = new long[1024];
  private int[] tags = new int[1024];
  private int size;

  boolean isEmpty() {
    return size == 0;
  }

  /** When the next event is; {@link Long#MAX_VALUE} when there is none. */
  long time() {
    return size == 0 ? Long.MAX_VALUE : times[0];
  }

  void add(long time, int tag) {
    if (size == times.length) {
      times = Arrays.copyOf(times, 2 * size);
      tags = Arrays.copyOf(tags, 2 * size);
    }
    int at = size++;
    while (at > 0) {
      int parent = (at - 1) / CHILDREN;
      if (times[parent] <= time) {
        break;
      }
      times[at] = times[parent];
      tags[at] = tags[parent];
      at = parent;
    }
    times[at] = time;
    tags[at] = tag;
  }

  /** Takes the next event away and gives its tag. */
  int take() {
    int taken = tags[0];
    size--;
    long time = times[size];
    int tag = tags[size];
    int at = 0;
    while (true) {
      int child = least(at);
      if (child < 0 || times[child] >= time) {
        break;
      }
      times[at] = times[child];
      tags[at] = tags[child];
      at = child;
    }
    times[at] = time;
    tags[at] = tag;
    return taken;
  }

  private int least(int parent) {
    int first = parent * CHILDREN + 1;
    if (first >= size) {
      return -1;
    }
    int least = first;
    for (int child = first + 1; child < Math.min(first + CHILDREN, size); child++) {
      if (times[child] < times[least]) {
        least = child;
      }
    }
    return least;
  }
}
