package org.vmn.runtime.prove.atoms;

import java.util.Arrays;
import java.util.function.IntConsumer;

/** A set of atoms as ascending, disjoint runs that don't touch. */
public final class AtomSet {
  private final int[] bounds;

  /**
   * @param bounds pairs: a run's first atom, and the atom behind its last
   */
  AtomSet(int[] bounds) {
    this.bounds = bounds;
  }

  public void forEach(IntConsumer action) {
    for (int i = 0; i < bounds.length; i += 2) {
      for (int atom = bounds[i]; atom < bounds[i + 1]; atom++) {
        action.accept(atom);
      }
    }
  }

  public boolean contains(int atom) {
    int at = Arrays.binarySearch(bounds, atom);
    // Odd positions are ends, which are outside; a bound is the next run's beginning at even ones.
    return at >= 0 ? (at & 1) == 0 : (-at - 1 & 1) == 1;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AtomSet set && Arrays.equals(bounds, set.bounds);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bounds);
  }
}
