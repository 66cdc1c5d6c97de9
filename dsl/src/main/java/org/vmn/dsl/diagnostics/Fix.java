package org.vmn.dsl.diagnostics;

import java.util.List;
import org.vmn.runtime.network.Origin;

/**
 * A change of text that mends a problem. {@code vmn check --fix} and the editors apply the same
 * ones.
 *
 * @param title what it does, as an order: {@code remove this rule}
 * @param certain whether it is what anyone would have meant; a guess is only offered
 * @param edits in any order; none overlaps another
 */
public record Fix(String title, boolean certain, List<Edit> edits) {
  public Fix {
    edits = List.copyOf(edits);
  }

  /** A fix that needs nobody's consent. */
  public static Fix certain(String title, Origin range, String text) {
    return new Fix(title, true, List.of(new Edit(range, text)));
  }

  /** A fix that somebody should look at. */
  public static Fix guess(String title, Origin range, String text) {
    return new Fix(title, false, List.of(new Edit(range, text)));
  }

  /**
   * New text for a range.
   *
   * @param range empty where text is inserted
   * @param text empty where the range is removed; a declaration that is removed takes its line
   *     along
   */
  public record Edit(Origin range, String text) {}
}
