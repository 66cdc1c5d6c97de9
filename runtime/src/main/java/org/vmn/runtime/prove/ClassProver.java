package org.vmn.runtime.prove;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.forward.Walk;
import org.vmn.runtime.network.Assertion;
import org.vmn.runtime.network.Claim;

/**
 * Decides an assertion by one walk for each pair of classes, each class of ports and, at a
 * balancer, each class of targets. Exact, because every table that a walk reads is constant on the
 * classes ({@link Cuts}); the number of walks grows with the rules and blocks of addresses that
 * were written, never with replicas.
 */
final class ClassProver implements Prover {
  /** Past this many walks for one assertion the answer is UNDECIDED: some minutes. */
  private static final long MOST_WALKS = 20_000_000;

  private final Parties parties;
  private final Attempts attempts;
  private final Probes probes;

  ClassProver(Forwarding forwarding) {
    Cuts cuts = new Cuts(forwarding);
    parties = new Parties(forwarding, cuts);
    attempts = new Attempts(forwarding, parties);
    probes = new Probes(cuts);
  }

  @Override
  public Verdict prove(Assertion assertion) {
    long begin = System.nanoTime();
    Finding finding = decide(assertion);
    return new Verdict(
        assertion, finding.outcome(), finding.walk(), finding.reason(), System.nanoTime() - begin);
  }

  private record Finding(Verdict.Outcome outcome, @Nullable Walk walk, String reason) {
    static final Finding PROVED = new Finding(Verdict.Outcome.PROVED, null, "");
  }

  private Finding decide(Assertion assertion) {
    return assertion.claim() instanceof Claim.Reach reach
        ? decide(reach)
        : new Finding(
            Verdict.Outcome.UNDECIDED, null, "this engine doesn't decide such claims yet");
  }

  private Finding decide(Claim.Reach claim) {
    return switch (claim.mode()) {
      case REACHES -> decide(claim, true, p -> probes.of(claim.traffic(), p));
      case CANNOT_REACH -> decide(claim, false, p -> probes.of(claim.traffic(), p));
      case REACHES_ONLY -> {
        Finding reached = decide(claim, true, p -> probes.of(claim.traffic(), p));
        yield reached.outcome() == Verdict.Outcome.PROVED
            ? decide(claim, false, p -> probes.otherThan(claim.traffic(), p))
            : reached;
      }
    };
  }

  private Finding decide(Claim.Reach claim, boolean reach, Function<Party, List<Probe>> probesTo) {
    List<Party> sources = parties.sources(claim.from());
    List<Party> destinations = parties.of(claim.to());
    String doubt = Doubts.about(sources, reach);
    if (!doubt.isEmpty()) {
      return new Finding(Verdict.Outcome.UNDECIDED, null, doubt);
    }
    long walks = 0;
    for (Party source : sources) {
      for (Party destination : destinations) {
        for (Probe probe : probesTo.apply(destination)) {
          Answer answer =
              reach
                  ? attempts.reaches(source, destination, probe)
                  : attempts.leaks(source, destination, probe);
          walks += answer.walks();
          if (answer.refutes()) {
            return new Finding(Verdict.Outcome.REFUTED, answer.walk(), answer.reason());
          }
          if (walks > MOST_WALKS) {
            return new Finding(
                Verdict.Outcome.UNDECIDED,
                null,
                "more than " + MOST_WALKS + " classes of connections");
          }
        }
      }
    }
    return Finding.PROVED;
  }

  /**
   * What was found about one pair of classes.
   *
   * @param refutes whether it refutes the claim
   * @param walk the connection that shows it, or null when none can be tried
   */
  record Answer(boolean refutes, @Nullable Walk walk, String reason, int walks) {
    static Answer holds(int walks) {
      return new Answer(false, null, "", walks);
    }
  }
}
