package org.vmn.runtime.prove.atoms;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.vmn.runtime.value.Ip;
import org.vmn.runtime.value.IpRange;
import org.vmn.runtime.value.IpSet;

class PartitionTest {

  /** Enough classes that every table inside grows several times. */
  @Property(tries = 50, seed = "1")
  void twoAtomsAreTogetherExactlyWhenEverySetTreatsThemAlike(@ForAll long seed) {
    Random random = new Random(seed);
    List<IpSet> sets = new ArrayList<>();
    AddressAtoms.Builder borders = new AddressAtoms.Builder();
    for (int i = 0; i < 200; i++) {
      List<IpRange> ranges = new ArrayList<>();
      for (int r = 0; r < 1 + random.nextInt(4); r++) {
        Ip first = Ip.v4(random.nextInt(1000));
        ranges.add(new IpRange(first, first.plus(random.nextInt(20))));
      }
      sets.add(IpSet.of(ranges));
      borders.cut(sets.get(i));
    }
    AddressAtoms atoms = borders.build();
    Partition partition = new Partition(atoms.size());
    sets.forEach(set -> partition.refine(atoms.of(set)));

    Map<List<Boolean>, Integer> classOf = new HashMap<>();
    for (int atom = 0; atom < atoms.size(); atom++) {
      Ip first = atoms.first(atom);
      int found = partition.classOf(atom);
      List<Boolean> membership = sets.stream().map(s -> s.contains(first)).toList();
      assertEquals(classOf.computeIfAbsent(membership, m -> found), found);
    }
    assertEquals(classOf.size(), new HashSet<>(classOf.values()).size());
    assertEquals(classOf.size(), partition.classes());
  }
}
