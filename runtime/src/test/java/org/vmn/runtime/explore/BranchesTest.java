package org.vmn.runtime.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.vmn.runtime.TestNetworks;
import org.vmn.runtime.forward.Choices;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.forward.Packet;
import org.vmn.runtime.forward.Place;
import org.vmn.runtime.forward.Walk;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Traffic.Protocol;

/** Choices that multiply, without a network that makes them. */
class BranchesTest {
  private final Walk walk;

  BranchesTest() {
    Network hello = TestNetworks.hello();
    Machine a = hello.machines().get(0);
    var ip = a.nics().get(0).at(0).get(0);
    walk =
        Forwarding.of(hello)
            .walk(
                new Place.Adapter(a, 0, a.nics().get(0)),
                Packet.opening(ip, ip.next(), Protocol.TCP, 1));
  }

  /** Chooses so many times; what was chosen so far makes no difference to what follows. */
  private Function<Choices, Walk> choosing(int times, Set<String> taken) {
    return choices -> {
      StringBuilder way = new StringBuilder();
      for (int i = 0; i < times; i++) {
        int at = i;
        if (choices.knows(() -> at)) {
          return walk;
        }
        way.append(choices.route(2));
      }
      taken.add(way.toString());
      return walk;
    };
  }

  @Test
  void everyCombinationIsTaken() {
    Set<String> taken = new HashSet<>();
    Branches.Search search = Branches.all(p -> List.of()).search(choosing(10, taken), w -> false);
    assertEquals(1024, taken.size());
    assertFalse(search.gaveUp());
  }

  @Test
  void whatMultipliesIsGivenUp() {
    Branches.Search search =
        Branches.all(p -> List.of()).search(choosing(30, new HashSet<>()), w -> false);
    assertTrue(search.gaveUp());
    assertEquals(Branches.MOST, search.walks());
  }

  @Test
  void equalSituationsAreFollowedOnce() {
    Set<String> taken = new HashSet<>();
    Branches.Search search =
        Branches.outcomes(p -> List.of()).search(choosing(30, taken), w -> false);
    assertFalse(search.gaveUp());
    assertEquals(31, search.walks());
    assertTrue(taken.contains("0".repeat(29) + "1"));
  }
}
