package org.vmn.runtime.prove;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vmn.runtime.prove.atoms.AddressAtoms;
import org.vmn.runtime.value.Ip;
import org.vmn.runtime.value.IpSet;

class SetNumbersTest {
  @Test
  void manySetsAreCounted() {
    AddressAtoms.Builder borders = new AddressAtoms.Builder();
    List<IpSet> sets = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      sets.add(IpSet.of(Ip.v4(0x0a00_0000L + 2L * i)));
      borders.cut(sets.get(i));
    }
    SetNumbers numbers = new SetNumbers(borders.build());
    sets.forEach(numbers::use);
    assertEquals(501, numbers.partition().classes());
    for (IpSet set : sets) {
      assertTrue(numbers.drop(set));
    }
    assertEquals(1, numbers.partition().classes());
  }
}
