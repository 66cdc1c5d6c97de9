package org.vmn.runtime.prove;

import java.util.List;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.network.Assertion;

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

  /** Verdicts on all of the network's assertions, in their order. */
  default List<Verdict> proveAll(List<Assertion> assertions) {
    return assertions.stream().map(this::prove).toList();
  }
}
