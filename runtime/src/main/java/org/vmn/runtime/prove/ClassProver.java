package org.vmn.runtime.prove;

import java.util.function.Predicate;
import org.vmn.runtime.claims.Claims;
import org.vmn.runtime.claims.Effort;
import org.vmn.runtime.claims.Finding;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.network.Assertion;
import org.vmn.runtime.network.Claim;
import org.vmn.runtime.prove.Verdict.Outcome;

/** Decides every kind of claim, by walks over all classes. */
final class ClassProver implements Prover {
  private final Claims claims;

  private final Bounds bounds;

  ClassProver(Forwarding forwarding, Bounds bounds) {
    this(forwarding, bounds, claim -> false);
  }

  /**
   * @param known asked whether a claim is already known to hold with nothing down
   */
  ClassProver(Forwarding forwarding, Bounds bounds, Predicate<Claim.Reach> known) {
    this.bounds = bounds;
    claims = Claims.about(forwarding, known);
  }

  @Override
  public Verdict prove(Assertion assertion) {
    long begin = System.nanoTime();
    Finding finding =
        claims.decide(
            assertion.claim(), new Effort(bounds.walks(), bounds.nanos(), bounds.cancelled()));
    Outcome outcome =
        switch (finding.kind()) {
          case HOLDS -> Outcome.PROVED;
          case FAILS -> Outcome.REFUTED;
          case UNKNOWN -> Outcome.UNDECIDED;
        };
    return new Verdict(
        assertion,
        outcome,
        finding.walk(),
        finding.reason(),
        finding.failed(),
        System.nanoTime() - begin);
  }
}
