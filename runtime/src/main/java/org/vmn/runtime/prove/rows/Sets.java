package org.vmn.runtime.prove.rows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.prove.atoms.AtomSet;

/**
 * The address sets that rules speak of, each a union of policy classes: as bits over legs where
 * they are sources, as lists of classes where they are destinations.
 */
public final class Sets {
  private final int[] classOfAtom;
  private final int[][] legsOfClass;
  private final int[][] targetsOf;
  private final int legs;
  private final Bits everyLeg;
  private final List<AtomSet> atoms = new ArrayList<>();
  private final List<@Nullable Bits> bits = new ArrayList<>();
  private final List<int @Nullable []> classesOf = new ArrayList<>();
  private final List<Boolean> isTarget = new ArrayList<>();
  private final int[] seen;
  private int[] found = new int[64];

  /**
   * @param classOfAtom the policy class of each atom
   * @param classes how many policy classes there are
   * @param classOfLeg the policy class of each leg
   */
  public Sets(int[] classOfAtom, int classes, int[] classOfLeg) {
    this.classOfAtom = classOfAtom;
    legs = classOfLeg.length;
    legsOfClass = group(classOfLeg, classes);
    Scratch all = new Scratch(legs);
    for (int leg = 0; leg < legs; leg++) {
      all.set(leg);
    }
    everyLeg = all.bits();
    targetsOf = new int[classes][0];
    seen = new int[classes];
  }

  /** For each class the positions that have it. */
  private static int[][] group(int[] classOf, int classes) {
    int[] counts = new int[classes];
    for (int c : classOf) {
      counts[c]++;
    }
    int[][] groups = new int[classes][];
    Arrays.setAll(groups, c -> new int[counts[c]]);
    int[] next = new int[classes];
    for (int i = 0; i < classOf.length; i++) {
      groups[classOf[i]][next[classOf[i]]++] = i;
    }
    return groups;
  }

  /**
   * Adds a set, which must be a union of classes.
   *
   * @return its number
   */
  public int add(AtomSet set) {
    atoms.add(set);
    bits.add(null);
    classesOf.add(null);
    isTarget.add(false);
    return atoms.size() - 1;
  }

  /** Makes a set known as one of destinations. */
  public void target(int set) {
    if (!isTarget.get(set)) {
      isTarget.set(set, true);
      for (int c : classesOf(set)) {
        int[] more = Arrays.copyOf(targetsOf[c], targetsOf[c].length + 1);
        more[more.length - 1] = set;
        targetsOf[c] = more;
      }
    }
  }

  /** How many sets there are. */
  public int size() {
    return atoms.size();
  }

  int classes() {
    return targetsOf.length;
  }

  int legs() {
    return legs;
  }

  /** All legs. */
  public Bits everyLeg() {
    return everyLeg;
  }

  /** The sets of destinations that hold a class. */
  int[] targetsOf(int policyClass) {
    return targetsOf[policyClass];
  }

  /** The classes that a set is made of. */
  public int[] classesOf(int set) {
    int[] known = classesOf.get(set);
    if (known == null) {
      int[] n = {0};
      int stamp = set + 1;
      atoms
          .get(set)
          .forEach(atom -> {
            int c = classOfAtom[atom];
            if (seen[c] != stamp) {
              seen[c] = stamp;
              if (n[0] == found.length) {
                found = Arrays.copyOf(found, 2 * n[0]);
              }
              found[n[0]++] = c;
            }
          });
      known = Arrays.copyOf(found, n[0]);
      classesOf.set(set, known);
    }
    return known;
  }

  /** The legs whose addresses a set holds. */
  public Bits legsOf(int set) {
    Bits known = bits.get(set);
    if (known == null) {
      Scratch scratch = new Scratch(legs);
      for (int c : classesOf(set)) {
        for (int leg : legsOfClass[c]) {
          scratch.set(leg);
        }
      }
      known = scratch.bits();
      bits.set(set, known);
    }
    return known;
  }

  boolean contains(int set, int atom) {
    return atoms.get(set).contains(atom);
  }
}
