package org.vmn.generator.cli;

import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.forward.Walk;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.prove.Verdict;
import org.vmn.runtime.review.Remedy;

/**
 * What would mend refuted assertions. Each is tried on the whole network with tables of its own, so
 * that only the first of thousands get one: people mend the first ones first.
 */
final class Remedies {
  /** Declarations that are read again in all, some seconds' worth. */
  private static final long MOST = 500_000;

  private final Forwarding tables;
  private final long declarations;
  private long read;
  private boolean spent;

  Remedies(Forwarding tables) {
    this.tables = tables;
    Network network = tables.network();
    declarations = (long) network.machines().size() + network.policy().rules().size();
  }

  /** Empty when nothing in one line would do, or when enough others have been tried. */
  String of(Verdict verdict) {
    Walk walk = verdict.counterexample();
    if (walk == null) {
      return "";
    }
    spent |= read > MOST;
    read += declarations;
    return spent ? "" : Remedy.of(tables, verdict.assertion().claim(), walk, verdict.failed());
  }

  /** Whether some weren't tried. */
  boolean isSpent() {
    return spent;
  }
}
