package org.vmn.runtime.prove;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.vmn.runtime.prove.atoms.AddressAtoms;
import org.vmn.runtime.prove.atoms.AtomSet;
import org.vmn.runtime.value.IpSet;

/** Numbers the sets that rules speak of: sets of the same addresses have the same number. */
final class SetNumbers {
  private final AddressAtoms atoms;
  private final IdentityHashMap<IpSet, Integer> known = new IdentityHashMap<>();
  private final Map<AtomSet, Integer> numbers = new HashMap<>();
  private final List<AtomSet> sets = new ArrayList<>();

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
      }
      known.put(set, number);
    }
    return number;
  }

  /** All sets, by number. */
  List<AtomSet> sets() {
    return sets;
  }
}
