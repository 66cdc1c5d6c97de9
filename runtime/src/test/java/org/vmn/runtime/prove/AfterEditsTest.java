package org.vmn.runtime.prove;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.vmn.runtime.Explore;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.network.Assertion;
import org.vmn.runtime.network.Network;

/** After any edits a prover that goes on says what one that begins anew says, word for word. */
class AfterEditsTest {
  @Test
  void goingOnIsBeginningAnew() {
    Explore.numbers(300).forEach(AfterEditsTest::goingOnIsBeginningAnew);
  }

  private static void goingOnIsBeginningAnew(long seed) {
    Random random = new Random(seed);
    RandomNetworks dice = new RandomNetworks(random);
    RandomEdits edits = new RandomEdits(random, dice);
    Network network = Lines.numbered(dice.network());
    Prover prover = Prover.of(Forwarding.of(network));
    for (int edit = 0; edit < 12; edit++) {
      Prover anew = Prover.of(Forwarding.of(network));
      for (Assertion assertion : network.assertions()) {
        assertEquals(
            said(anew.prove(assertion)),
            said(prover.prove(assertion)),
            seed + ", edit " + edit + ": " + assertion);
      }
      network = edits.edited(network);
      network = random.nextInt(3) > 0 ? Lines.numbered(network) : network;
      prover = Prover.after(prover, network, Bounds.USUAL);
    }
  }

  /** All but the time that it took. */
  private static Verdict said(Verdict v) {
    return new Verdict(v.assertion(), v.outcome(), v.counterexample(), v.reason(), v.failed(), 0);
  }
}
