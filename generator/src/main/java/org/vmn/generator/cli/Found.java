package org.vmn.generator.cli;

import java.util.List;
import org.vmn.dsl.diagnostics.Problem;
import org.vmn.generator.project.Suppressions.Suppressed;
import org.vmn.runtime.prove.Verdict;

/**
 * What is wrong with an input, and what came of its assertions.
 *
 * @param answered what would be reported if no comment answered for it
 */
record Found(
    Input input, List<Problem> problems, List<Verdict> verdicts, List<Suppressed> answered) {
  Found {
    problems = List.copyOf(problems);
    verdicts = List.copyOf(verdicts);
    answered = List.copyOf(answered);
  }

  Found(Input input, List<Problem> problems) {
    this(input, problems, List.of(), List.of());
  }
}
