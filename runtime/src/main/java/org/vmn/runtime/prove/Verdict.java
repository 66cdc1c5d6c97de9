package org.vmn.runtime.prove;

import org.jspecify.annotations.Nullable;
import org.vmn.runtime.forward.Walk;
import org.vmn.runtime.network.Assertion;

/**
 * What was found out about an assertion.
 *
 * @param counterexample for REFUTED, a connection that shows it: one that fails, of a {@code
 *     reaches}; one that succeeds, of a {@code cannot reach}. Null otherwise, and when no packet
 *     can even be sent
 * @param reason in words, for REFUTED and UNDECIDED; empty for PROVED
 * @param nanos how long it took
 */
public record Verdict(
    Assertion assertion,
    Outcome outcome,
    @Nullable Walk counterexample,
    String reason,
    long nanos) {
  /** UNDECIDED is never a pass. */
  public enum Outcome {
    PROVED,
    REFUTED,
    UNDECIDED
  }
}
