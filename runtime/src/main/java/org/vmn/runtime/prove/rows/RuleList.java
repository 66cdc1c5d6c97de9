package org.vmn.runtime.prove.rows;

import java.util.Arrays;

/** Rules towards one set of destinations, in columns. */
final class RuleList {
  private int[] first = new int[4];
  private int[] last = new int[4];
  private int[] from = new int[4];
  private boolean[] allow = new boolean[4];
  private int size;

  int size() {
    return size;
  }

  boolean allows(int i) {
    return allow[i];
  }

  /** The number of the set of sources. */
  int from(int i) {
    return from[i];
  }

  int first(int i) {
    return first[i];
  }

  int last(int i) {
    return last[i];
  }

  boolean matches(int i, int point) {
    return first[i] <= point && point <= last[i];
  }

  void add(Rule rule) {
    if (size == first.length) {
      first = Arrays.copyOf(first, 2 * size);
      last = Arrays.copyOf(last, 2 * size);
      from = Arrays.copyOf(from, 2 * size);
      allow = Arrays.copyOf(allow, 2 * size);
    }
    first[size] = rule.first();
    last[size] = rule.last();
    from[size] = rule.from();
    allow[size++] = rule.allow();
  }

  /** Takes one rule out that is equal to this one. */
  void remove(Rule rule) {
    for (int i = 0; i < size; i++) {
      if (first[i] == rule.first()
          && last[i] == rule.last()
          && from[i] == rule.from()
          && allow[i] == rule.allow()) {
        size--;
        first[i] = first[size];
        last[i] = last[size];
        from[i] = from[size];
        allow[i] = allow[size];
        return;
      }
    }
    throw new IllegalArgumentException("no such rule: " + rule);
  }
}
