package org.vmn.tests.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.network.Assertion;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.prove.Prover;
import org.vmn.runtime.prove.Verdict;
import org.vmn.runtime.prove.Verdict.Outcome;
import org.vmn.runtime.review.Remedies;
import org.vmn.runtime.review.Remedy;
import org.vmn.runtime.review.Remedy.Effect;

/** What a remedy is said to do is what the second engine says of the network with it. */
class RemedyTest {
  private int holding;
  private int breaking;

  @Test
  void remediesDoWhatTheySay() {
    Explore.numbers(60).forEach(this::check);
    assertTrue(holding > 20, holding + " remedies made something hold");
    assertTrue(breaking > 0, "none broke anything");
  }

  private void check(long seed) {
    Network network = RandomNetwork.of(seed);
    Forwarding tables = Forwarding.of(network);
    List<Verdict> verdicts = Prover.of(tables).proveAll(network.assertions());
    Remedies remedies = new Remedies(tables, () -> Prover.of(tables));
    Judge now = new Judge(network);
    for (Verdict verdict : verdicts) {
      Remedy remedy = verdict.outcome() == Outcome.REFUTED ? remedies.of(verdict) : null;
      Network edited = remedy == null ? null : remedy.edited();
      if (remedy != null && edited != null) {
        String what = "seed " + seed + ", " + verdict.assertion().text() + ": " + remedy.text();
        Judge then = new Judge(edited);
        if (remedy.effect() == Effect.HOLDS) {
          holding++;
          says(true, then, verdict.assertion(), what);
        } else if (remedy.effect() == Effect.ONE_OF_MORE) {
          says(false, then, verdict.assertion(), what);
        }
        for (Assertion broken : remedy.broken()) {
          breaking++;
          says(true, now, broken, what);
          says(false, then, broken, what);
        }
        for (Assertion mended : remedy.mended()) {
          says(false, now, mended, what);
          says(true, then, mended, what);
        }
        unchanged(now, then, verdicts, remedy, what);
      }
    }
  }

  /** Of all other assertions both engines say what they said. */
  private static void unchanged(
      Judge now, Judge then, List<Verdict> verdicts, Remedy remedy, String what) {
    for (Verdict other : verdicts) {
      Assertion assertion = other.assertion();
      if (other.outcome() == Outcome.PROVED && !remedy.broken().contains(assertion)) {
        says(now.decides(assertion), then, assertion, what);
      }
    }
  }

  private static void says(@Nullable Boolean holds, Judge judge, Assertion about, String what) {
    Boolean said = judge.decides(about);
    if (said != null) {
      assertEquals(holds, said, what + "\n" + about.text());
    }
  }
}
