package org.vmn.runtime.prove;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.vmn.runtime.prove.atoms.AddressAtoms;
import org.vmn.runtime.prove.atoms.AtomSet;
import org.vmn.runtime.prove.atoms.Partition;
import org.vmn.runtime.value.IpSet;

/**
 * Numbers the sets that rules speak of, and counts how often they do: sets of the same addresses
 * have the same number.
 */
final class SetNumbers {
  private final AddressAtoms atoms;
  private final IdentityHashMap<IpSet, Integer> known = new IdentityHashMap<>();
  private final Map<AtomSet, Integer> numbers = new HashMap<>();
  private final List<AtomSet> sets = new ArrayList<>();
  private int[] uses = new int[64];

  SetNumbers(AddressAtoms atoms) {
    this.atoms = atoms;
  }

  /** The number of a set, a new one when there was none. */
  int of(IpSet set) {
    Integer number = known.get(set);
    if (number == null) {
      AtomSet of = atoms.of(set);
      number = numbers.get(of);
      if (number == null) {
        number = sets.size();
        numbers.put(of, number);
        sets.add(of);
        uses = number < uses.length ? uses : Arrays.copyOf(uses, 2 * number);
      }
      known.put(set, number);
    }
    return number;
  }

  /** A rule more speaks of the set. */
  void use(IpSet set) {
    int number = of(set); // Which may make room.
    uses[number]++;
  }

  /**
   * A rule fewer does.
   *
   * @return whether it was the last
   */
  boolean drop(IpSet set) {
    int number = of(set);
    return --uses[number] == 0;
  }

  /** Whether a set has a number, or could have one: the classes needn't be cut for it. */
  boolean fits(IpSet set, Partition classes) {
    return known.containsKey(set) || atoms.aligned(set) && classes.isUnionOfClasses(atoms.of(set));
  }

  /** The classes of atoms that no set in use tells apart. */
  Partition partition() {
    Partition partition = new Partition(atoms.size());
    for (int number = 0; number < sets.size(); number++) {
      if (uses[number] > 0) {
        partition.refine(sets.get(number));
      }
    }
    return partition;
  }

  /** All sets, by number. */
  List<AtomSet> sets() {
    return sets;
  }
}
