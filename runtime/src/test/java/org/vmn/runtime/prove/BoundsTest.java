package org.vmn.runtime.prove;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.prove.Verdict.Outcome;

class BoundsTest {
  private static List<Outcome> outcomes(Network network, Bounds bounds) {
    return Prover.of(Forwarding.of(network), bounds).proveAll(network.assertions()).stream()
        .map(Verdict::outcome)
        .toList();
  }

  @Property(tries = 100, seed = "1")
  void forgettingRowsChangesNoVerdict(@ForAll long seed) {
    Network network = RandomNetworks.of(seed);
    assertEquals(
        outcomes(network, Bounds.USUAL),
        outcomes(network, new Bounds(20_000_000, 0, 1, () -> false)));
  }

  /** Wherever it is cancelled, nothing more is claimed than was found out until then. */
  @Property(tries = 100, seed = "1")
  void whatIsCancelledIsUndecided(@ForAll long seed) {
    Network network = RandomNetworks.of(seed);
    List<Outcome> all = outcomes(network, Bounds.USUAL);
    AtomicInteger asked = new AtomicInteger();
    int last = (int) Math.floorMod(seed, 100L);
    List<Outcome> some =
        outcomes(network, Bounds.USUAL.until(() -> asked.incrementAndGet() > last));
    for (int i = 0; i < all.size(); i++) {
      assertTrue(some.get(i) == all.get(i) || some.get(i) == Outcome.UNDECIDED, seed + ": " + i);
    }
    assertTrue(asked.get() <= last || some.contains(Outcome.UNDECIDED), seed + "");
  }

  @Test
  void timeAndWalksAreBounded() {
    Network network = RandomNetworks.of(3);
    assertTrue(outcomes(network, new Bounds(20_000_000, 1)).contains(Outcome.UNDECIDED));
    assertTrue(outcomes(network, new Bounds(0, 0)).contains(Outcome.UNDECIDED));
  }
}
