package org.vmn.generator.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.diagnostics.Problem;

/**
 * What came, went and stayed of problems since another round. They are the same when their words
 * are, on whichever line of the file.
 *
 * @param come refuted assertions first, then the most severe
 * @param gone what is mended for certain
 */
record ProblemChanges(List<Problem> come, List<Problem> gone, List<Problem> stayed) {
  private static final Comparator<Problem> URGENCY =
      Comparator.comparing((Problem p) -> p.code() != Code.ASSERTION_REFUTED)
          .thenComparing(p -> p.severity());

  /**
   * @param before of the last round
   * @param settled of the last round that got through to its end: what a broken file hides of it
   *     isn't mended
   * @param through whether this round got through to its end
   */
  static ProblemChanges between(
      List<Problem> before, List<Problem> settled, List<Problem> now, boolean through) {
    Map<List<Object>, Problem> old = Once.keyed(settled, ProblemChanges::identity);
    old.putAll(Once.keyed(before, ProblemChanges::identity));
    List<Problem> come = new ArrayList<>();
    List<Problem> stayed = new ArrayList<>();
    Once.keyed(now, ProblemChanges::identity)
        .forEach((key, p) -> (old.remove(key) == null ? come : stayed).add(p));
    come.sort(URGENCY);
    return new ProblemChanges(come, through ? List.copyOf(old.values()) : List.of(), stayed);
  }

  private static List<Object> identity(Problem problem) {
    return List.of(problem.code(), problem.origin().file(), problem.message());
  }
}
