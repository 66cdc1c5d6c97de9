package org.vmn.runtime.prove;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.forward.Walk;
import org.vmn.runtime.network.Assertion;
import org.vmn.runtime.network.Element;

/**
 * What was found out about an assertion.
 *
 * @param counterexample for REFUTED, a connection that shows it: one that fails, of a {@code
 *     reaches}; one that succeeds, of a {@code cannot reach}. Null otherwise, and when no packet
 *     can even be sent
 * @param reason in words, for REFUTED and UNDECIDED; empty for PROVED
 * @param failed what is down where it is refuted, as few as possible; empty unless it speaks of
 *     failures
 * @param nanos how long it took
 */
public record Verdict(
    Assertion assertion,
    Outcome outcome,
    @Nullable Walk counterexample,
    String reason,
    List<Element> failed,
    long nanos) {
  public Verdict {
    failed = List.copyOf(failed);
  }

  /** Of an assertion that doesn't speak of failures. */
  public Verdict(
      Assertion assertion,
      Outcome outcome,
      @Nullable Walk counterexample,
      String reason,
      long nanos) {
    this(assertion, outcome, counterexample, reason, List.of(), nanos);
  }

  /** UNDECIDED is never a pass. */
  public enum Outcome {
    PROVED,
    REFUTED,
    UNDECIDED
  }
}
