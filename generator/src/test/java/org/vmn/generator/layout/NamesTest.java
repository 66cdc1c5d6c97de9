package org.vmn.generator.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vmn.generator.emit.Networks;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.network.Network;

class NamesTest {

  /** Names are shortened to a hash; where two on a host have the same, the second takes another. */
  @Test
  void aTapIsNobodyElsesOnItsHost() {
    Network network = Networks.shop();
    Machine machine = network.machines().get(0);
    String alone = tap(network, machine, new HashSet<>());
    Set<String> taken = new HashSet<>(Set.of(alone));
    String second = tap(network, machine, taken);
    assertNotEquals(alone, second);
    assertTrue(second.length() <= Names.LONGEST_INTERFACE, second);
    assertEquals(Set.of(alone, second), taken);
    assertEquals(second, tap(network, machine, new HashSet<>(Set.of(alone))), "each time the same");
  }

  private static String tap(Network network, Machine machine, Set<String> taken) {
    return Names.tap(network, machine, 0, machine.nics().get(0), taken);
  }
}
