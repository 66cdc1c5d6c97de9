package org.vmn.runtime.prove;

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.network.Assertion;
import org.vmn.runtime.network.Claim;
import org.vmn.runtime.network.Network;

/**
 * Rows of bits on the folded topology say what one walk for each pair of classes, each class of
 * ports and each target says: {@link ClassProver}, which folds nothing.
 */
class RowsAgainstWalksTest {

  /** An address is excluded on the adapter that a guest would send from; others have it. */
  @Example
  void anExcludedAddressLeavesItsAdapter() {
    bothDecideAlike(-93874);
  }

  @Property(tries = 1000)
  void bothDecideAlike(@ForAll long seed) {
    Network network = RandomNetworks.of(seed);
    Forwarding forwarding = Forwarding.of(network);
    Prover rows = new RowProver(forwarding, Bounds.USUAL);
    Prover walks = new ClassProver(forwarding, Bounds.USUAL);
    for (Assertion assertion : network.assertions()) {
      Verdict verdict = rows.prove(assertion);
      assertEquals(
          walks.prove(assertion).outcome(), verdict.outcome(), () -> seed + ": " + assertion);
      if (verdict.counterexample() != null) {
        Claim.Reach claim = (Claim.Reach) assertion.claim();
        if (claim.mode() != Claim.Mode.REACHES_ONLY) {
          boolean shows =
              claim.mode() == Claim.Mode.CANNOT_REACH
                  ? verdict.counterexample().arrives()
                  : !verdict.counterexample().completes();
          assertEquals(true, shows, () -> seed + ": " + verdict.counterexample());
        }
      }
    }
  }
}
