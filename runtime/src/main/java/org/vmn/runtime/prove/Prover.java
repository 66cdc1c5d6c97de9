package org.vmn.runtime.prove;

import java.util.List;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.network.Assertion;
import org.vmn.runtime.network.Network;

/** Decides assertions about one network. */
public interface Prover {

  Verdict prove(Assertion assertion);

  /** The outcome alone: what refutes it isn't worked out, which takes longer than to know it. */
  default Verdict.Outcome decide(Assertion assertion) {
    return prove(assertion).outcome();
  }

  /** A prover for the network behind these tables. */
  static Prover of(Forwarding forwarding) {
    return of(forwarding, Bounds.USUAL);
  }

  /** The same, that gives up past some bounds. */
  static Prover of(Forwarding forwarding, Bounds bounds) {
    return new RowProver(forwarding, bounds);
  }

  /**
   * A prover for an edited network, which takes over what another one found out and the edit
   * doesn't change: an index from rules to rows to assertions says what that is. The verdicts are
   * those of a prover that begins anew, to the last line of each counter-example; only {@link
   * Verdict#nanos} are of the time when they were found. The other one begins anew when it is asked
   * again.
   *
   * @param edited any network; the less differs, the less has to be done
   */
  static Prover after(Prover before, Network edited, Bounds bounds) {
    return before instanceof RowProver rows
        ? rows.after(edited, bounds)
        : of(Forwarding.of(edited), bounds);
  }

  /** Verdicts on all of the network's assertions, in their order. */
  default List<Verdict> proveAll(List<Assertion> assertions) {
    return assertions.stream().map(this::prove).toList();
  }
}
