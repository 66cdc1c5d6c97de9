package org.vmn.runtime.prove.atoms;

import java.util.Arrays;

/**
 * Atoms in classes, refined by what tells them apart until all members of a class are alike. Exact:
 * two atoms are in one class exactly when every refinement treated them alike.
 */
public final class Partition {
  private final int[] classOf;
  private int classes = 1;
  private int[] sizes = new int[64];
  private int[] inside = new int[64];
  private int[] target = new int[64];
  private int[] touched = new int[64];

  /** All atoms in one class. */
  public Partition(int atoms) {
    classOf = new int[atoms];
    sizes[0] = atoms;
  }

  public int classes() {
    return classes;
  }

  public int classOf(int atom) {
    return classOf[atom];
  }

  /** The class of each atom. */
  public int[] toArray() {
    return classOf.clone();
  }

  /** Members of the set are told from all others. Costs as much as the set has atoms. */
  public void refine(AtomSet set) {
    int n = count(set);
    for (int i = 0; i < n; i++) {
      int c = touched[i];
      int to = inside[c] == sizes[c] ? c : fresh();
      target[c] = to; // Only now: a fresh class may have moved the array.
    }
    set.forEach(atom -> classOf[atom] = target[classOf[atom]]);
    for (int i = 0; i < n; i++) {
      int c = touched[i];
      if (target[c] != c) {
        sizes[c] -= inside[c];
        sizes[target[c]] = inside[c];
      }
      inside[c] = 0;
    }
  }

  /** Counts how many of each class are in the set; returns how many classes are. */
  private int count(AtomSet set) {
    int[] n = {0};
    set.forEach(atom -> {
      int c = classOf[atom];
      if (inside[c]++ == 0) {
        if (n[0] == touched.length) {
          touched = Arrays.copyOf(touched, 2 * n[0]);
        }
        touched[n[0]++] = c;
      }
    });
    return n[0];
  }

  private int fresh() {
    if (classes == sizes.length) {
      grow(2 * classes);
    }
    return classes++;
  }

  private void grow(int length) {
    sizes = Arrays.copyOf(sizes, length);
    inside = Arrays.copyOf(inside, length);
    target = Arrays.copyOf(target, length);
  }

  /** Whether a set holds all atoms of a class or none, for every class. */
  public boolean isUnionOfClasses(AtomSet set) {
    int n = count(set);
    boolean whole = true;
    for (int i = 0; i < n; i++) {
      whole &= inside[touched[i]] == sizes[touched[i]];
      inside[touched[i]] = 0;
    }
    return whole;
  }

  /** Atoms with different values are told apart. Costs as much as there are atoms. */
  public void refine(int[] values) {
    Pairs names = new Pairs(Math.max(classes, 32));
    int[] counts = new int[classOf.length + 1];
    for (int atom = 0; atom < classOf.length; atom++) {
      int name = names.number(classOf[atom], values[atom]);
      classOf[atom] = name;
      counts[name]++;
    }
    classes = names.size();
    grow(Math.max(64, 2 * classes));
    System.arraycopy(counts, 0, sizes, 0, classes);
  }
}
