package org.vmn.generator.guideline;

import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.diagnostics.Problem;
import org.vmn.dsl.diagnostics.Severity;
import org.vmn.runtime.network.Assertion;
import org.vmn.runtime.prove.Verdict;
import org.vmn.runtime.prove.Verdict.Outcome;

/** The problem that an assertion is which doesn't hold: its own, or that a guideline is broken. */
public final class Refutations {
  private Refutations() {}

  /**
   * Without the connection that shows it, which is shown in another way everywhere.
   *
   * @param verdict refuted or undecided
   */
  public static Problem problem(Verdict verdict) {
    Assertion assertion = verdict.assertion();
    Assertion.Guideline by = assertion.by();
    boolean refuted = verdict.outcome() == Outcome.REFUTED;
    Code code =
        !refuted
            ? Code.ASSERTION_UNDECIDED
            : by == null ? Code.ASSERTION_REFUTED : Code.GUIDELINE_BROKEN;
    String reason = verdict.reason().isEmpty() ? "" : ": " + verdict.reason();
    String words = "`" + assertion.text() + "` is " + (refuted ? "refuted" : "undecided") + reason;
    Problem problem = Problem.of(code, assertion.origin(), words);
    return by == null
        ? problem
        : problem.severity(Severity.valueOf(by.level().name())).label(by.origin(), "asserted here");
  }
}
