package org.vmn.runtime.prove;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.network.Assertion;
import org.vmn.runtime.network.Claim;
import org.vmn.runtime.network.Traffic;
import org.vmn.runtime.prove.rows.Points;
import org.vmn.runtime.prove.rows.Rule;
import org.vmn.runtime.prove.rows.Sets;
import org.vmn.runtime.prove.sides.Side;
import org.vmn.runtime.prove.sides.Target;
import org.vmn.runtime.value.Ip;

/** A verdict that was found, and what it depends on. */
final class Known {
  private Verdict verdict;
  private final @Nullable Rows rows;

  /** Whether rules that it depends on have changed since. */
  private boolean stale;

  /** What was asked of rows: the claim's sources, and the list of its targets. */
  record Rows(Claim.Reach claim, Side side, List<Target> targets) {}

  /**
   * @param rows null for what was found by walks, which depends on everything
   */
  Known(Verdict verdict, @Nullable Rows rows) {
    this.verdict = verdict;
    this.rows = rows;
  }

  Verdict verdict() {
    return verdict;
  }

  /** The same, of the assertion as it is declared now. */
  @SuppressWarnings("ReferenceEquality") // Verdicts are found by the object.
  void restate(Assertion now) {
    if (now != verdict.assertion()) {
      verdict =
          new Verdict(
              now,
              verdict.outcome(),
              verdict.counterexample(),
              verdict.reason(),
              verdict.failed(),
              verdict.nanos());
    }
  }

  @Nullable Rows rows() {
    return rows;
  }

  boolean isStale() {
    return stale;
  }

  void outdate() {
    stale = true;
  }

  /** Whether a match that came or went, at a target that it is about, may have decided it. */
  boolean dependsOn(Rule match, Sets sets) {
    return rows == null || meets(rows.claim(), match) && meets(rows.side(), match, sets);
  }

  private static boolean meets(Claim.Reach claim, Rule match) {
    Traffic traffic = claim.traffic();
    return traffic == null
        || claim.mode() == Claim.Mode.REACHES_ONLY
        || traffic.matches().stream()
            .anyMatch(m -> Points.first(m) <= match.last() && match.first() <= Points.last(m));
  }

  private static boolean meets(Side side, Rule match, Sets sets) {
    for (Ip.Family family : Ip.Family.values()) {
      if (side.withForged(family).intersects(sets.legsOf(match.from()))) {
        return true;
      }
    }
    return false;
  }
}
