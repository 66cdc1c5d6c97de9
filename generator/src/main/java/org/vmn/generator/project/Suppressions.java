package org.vmn.generator.project;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.diagnostics.Fix;
import org.vmn.dsl.diagnostics.Problem;

/**
 * The suppressions of all files of a compilation, and what they suppressed so far.
 *
 * @param problems comments that begin like a suppression and are none
 * @param suppressed what is not reported, each with the reason why
 */
public record Suppressions(
    List<Suppression> all, List<Problem> problems, List<Suppressed> suppressed) {
  public static final Suppressions NONE = new Suppressions(List.of(), List.of(), List.of());

  /** A problem that a comment answers for. */
  public record Suppressed(Problem problem, Suppression by) {}

  /** What is left of problems, and what isn't. */
  public record Sifted(List<Problem> problems, Suppressions suppressions) {}

  public Suppressions {
    all = List.copyOf(all);
    problems = List.copyOf(problems);
    suppressed = List.copyOf(suppressed);
  }

  /** Takes out what is suppressed, and remembers it. */
  public Sifted sift(List<Problem> found) {
    List<Problem> left = new ArrayList<>();
    List<Suppressed> taken = new ArrayList<>(suppressed);
    for (Problem problem : found) {
      Suppression by = all.stream().filter(s -> s.covers(problem)).findFirst().orElse(null);
      if (by == null) {
        left.add(problem);
      } else {
        taken.add(new Suppressed(problem, by));
      }
    }
    return new Sifted(left, new Suppressions(all, problems, taken));
  }

  /**
   * What is wrong with the suppressions themselves.
   *
   * @param checked the codes that were looked for: only of those it is known that nothing was there
   */
  public List<Problem> verdict(Predicate<Code> checked) {
    List<Problem> verdict = new ArrayList<>(problems);
    for (Suppression suppression : all) {
      Set<Code> unused = new HashSet<>(suppression.codes());
      suppressed.stream()
          .filter(s -> s.by().equals(suppression))
          .forEach(s -> unused.remove(s.problem().code()));
      unused.stream()
          .filter(checked)
          .sorted()
          .forEach(code -> verdict.add(unused(suppression, code)));
    }
    return verdict;
  }

  private static Problem unused(Suppression suppression, Code code) {
    Problem problem =
        Problem.of(
                Code.UNUSED_SUPPRESSION,
                suppression.origin(),
                "`" + code.id() + "` is suppressed here, and nothing gives it")
            .help("remove the comment: it may hide something later");
    return suppression.codes().size() > 1
        ? problem
        : problem.fix(Fix.certain("remove the comment", suppression.origin(), ""));
  }
}
