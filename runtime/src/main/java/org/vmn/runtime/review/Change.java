package org.vmn.runtime.review;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoublePredicate;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.network.Traffic.Match;

/** What a change of a network changes for those who use it. */
public final class Change {
  private Change() {}

  /** How a line is meant: safer, riskier, or neither is for this tool to say. */
  public enum Kind {
    OPENS,
    CLOSES,
    GAINS,
    LOSES,
    DROPS,
    NEW,
    GONE,
    MOVES,
    RENUMBERS
  }

  /**
   * One difference.
   *
   * @param what with its subject: {@code web -> db}, an assertion, or a connection and an element
   * @param on the traffic that opens or closes; empty for the other kinds
   * @param how what else is to be said: over which family, by which choices, from where to where;
   *     or empty
   */
  public record Line(Kind kind, String what, List<Match> on, String how) {
    public Line {
      on = List.copyOf(on);
    }
  }

  /**
   * In order of the second network's declarations: what is new, gone or elsewhere; reachability;
   * assertions and failures.
   */
  public static List<Line> between(Forwarding before, Forwarding after) {
    return between(before, after, done -> false);
  }

  /**
   * The same. Ended early, it says nothing of what it didn't compare.
   *
   * @param stop told from time to time how much is done, from 0 to 1; true ends it
   */
  public static List<Line> between(Forwarding before, Forwarding after, DoublePredicate stop) {
    if (Comparison.same(before.network(), after.network())) {
      return List.of();
    }
    if (stop.test(0)) {
      return List.of();
    }
    List<Line> lines = new ArrayList<>(Inventory.between(before.network(), after.network()));
    lines.addAll(Openings.between(before, after, done -> stop.test(done * 2 / 3)));
    lines.addAll(Comparison.between(before, after, done -> stop.test((2 + done) / 3)));
    return lines;
  }
}
