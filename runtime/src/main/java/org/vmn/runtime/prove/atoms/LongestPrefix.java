package org.vmn.runtime.prove.atoms;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.vmn.runtime.value.Prefix;

/** A forwarding table read for all addresses at once. */
public final class LongestPrefix {
  /** The value of an atom that no prefix covers. */
  public static final int NONE = -1;

  private LongestPrefix() {}

  /**
   * @param value any number but NONE that says what the table does with what matches
   */
  public record Entry(Prefix prefix, int value) {}

  /**
   * What the table says of each atom. Of equal prefixes the first in the list counts. Costs as much
   * as the prefixes have atoms, which is few times the atoms: prefixes seldom nest deeply.
   *
   * @param atoms cut at every prefix of the table
   */
  public static int[] values(List<Entry> table, AddressAtoms atoms) {
    List<Entry> shortestFirst = new ArrayList<>(table);
    Collections.reverse(shortestFirst);
    shortestFirst.sort(Comparator.comparingInt(e -> e.prefix().length()));
    int[] values = new int[atoms.size()];
    Arrays.fill(values, NONE);
    for (Entry entry : shortestFirst) {
      int from = atoms.of(entry.prefix().first());
      int to = atoms.of(entry.prefix().last()) + 1;
      Arrays.fill(values, from, to, entry.value());
    }
    return values;
  }
}
