package org.vmn.dsl.ide.analysis;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.emf.common.util.URI;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.prove.Bounds;
import org.vmn.runtime.prove.Prover;
import org.vmn.runtime.prove.Verdict;

/**
 * The proofs of an editor's networks, each of which goes on from that of the text before the last
 * edit. For one thread, which is interrupted when somebody types: what is not decided by then is
 * left.
 */
public final class Proofs {
  private static final Bounds BOUNDS =
      Bounds.USUAL.until(() -> Thread.currentThread().isInterrupted());

  private final Map<URI, Prover> provers = new HashMap<>();

  /** Verdicts on all assertions, in their order; worth nothing after an interrupt. */
  public List<Verdict> of(URI root, Network network) {
    Prover before = provers.remove(root);
    Prover prover =
        before == null
            ? Prover.of(Forwarding.of(network), BOUNDS)
            : Prover.after(before, network, BOUNDS);
    provers.put(root, prover);
    return prover.proveAll(network.assertions());
  }

  /** Forgets the proof of a file that has gone. */
  public void forget(URI root) {
    provers.remove(root);
  }
}
