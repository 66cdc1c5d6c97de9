package org.vmn.runtime.prove;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.forward.Walk;
import org.vmn.runtime.network.Assertion;

/**
 * Decides an assertion by one walk for each pair of classes, each class of ports and, at a balancer, each class of targets. Exact, because
 * every table that a walk reads is constant on the classes ({@link Cuts}); the number of walks grows with the rules and blocks of
 * addresses that were written, never with replicas.
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
    return new Verdict(assertion, finding.outcome(), finding.walk(), finding.reason(), System.nanoTime() - begin);
  }

  private record Finding(Verdict.Outcome outcome, @Nullable Walk walk, String reason) {
    static final Finding PROVED = new Finding(Verdict.Outcome.PROVED, null, "");

    static Finding refuted(Walk walk) {
      return new Finding(Verdict.Outcome.REFUTED, walk, "");
    }
  }

  private Finding decide(Assertion assertion) {
    boolean reach = assertion.kind() == Assertion.Kind.REACHES;
    List<Party> sources = parties.sources(assertion.from());
    List<Party> destinations = parties.of(assertion.to());
    String doubt = Doubts.about(sources, reach);
    if (!doubt.isEmpty()) {
      return new Finding(Verdict.Outcome.UNDECIDED, null, doubt);
    }
    long walks = 0;
    for (Party source : sources) {
      for (Party destination : destinations) {
        for (Probe probe : probes.of(assertion.traffic(), destination)) {
          Answer answer = reach ? attempts.reaches(source, destination, probe) : attempts.leaks(source, destination, probe);
          walks += answer.walks();
          if (answer.refutes()) {
            Walk walk = answer.walk();
            return walk != null ? Finding.refuted(walk) : new Finding(Verdict.Outcome.REFUTED, null, answer.reason());
          }
          if (walks > MOST_WALKS) {
            return new Finding(Verdict.Outcome.UNDECIDED, null, "more than " + MOST_WALKS + " classes of connections");
          }
        }
      }
    }
    return Finding.PROVED;
  }

  /**
   * What was found about one pair of classes.
   *
   * @param refutes whether it refutes the assertion
   * @param walk the connection that shows it, or null when none can be tried
   */
  record Answer(boolean refutes, @Nullable Walk walk, String reason, int walks) {
    static Answer holds(int walks) {
      return new Answer(false, null, "", walks);
    }
  }
}
