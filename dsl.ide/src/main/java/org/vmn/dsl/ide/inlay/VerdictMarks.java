package org.vmn.dsl.ide.inlay;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.lsp4j.Position;
import org.vmn.runtime.network.Origin;
import org.vmn.runtime.prove.Verdict;
import org.vmn.runtime.prove.Verdict.Outcome;

/** Whether assertions hold, by where each ends. */
final class VerdictMarks {
  /** The worse, the earlier. */
  private static final List<Outcome> WORST =
      List.of(Outcome.REFUTED, Outcome.UNDECIDED, Outcome.PROVED);

  private VerdictMarks() {}

  /** One that a repetition writes out many times has the worst of its verdicts. */
  static Map<Position, String> of(List<Verdict> verdicts) {
    Map<Position, Outcome> outcomes = new LinkedHashMap<>();
    for (Verdict verdict : verdicts) {
      Origin origin = verdict.assertion().origin();
      if (origin.isKnown()) {
        outcomes.merge(
            new Position(origin.endLine() - 1, origin.endColumn() - 1),
            verdict.outcome(),
            (a, b) -> WORST.stream().filter(o -> o == a || o == b).findFirst().orElse(a));
      }
    }
    Map<Position, String> marks = new LinkedHashMap<>();
    outcomes.forEach((end, outcome) -> marks.put(end, mark(outcome)));
    return marks;
  }

  private static String mark(Outcome outcome) {
    return switch (outcome) {
      case PROVED -> "✓ proved";
      case REFUTED -> "✗ refuted";
      case UNDECIDED -> "? undecided";
    };
  }
}
