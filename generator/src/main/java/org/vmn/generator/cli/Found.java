package org.vmn.generator.cli;

import java.util.List;
import org.vmn.dsl.diagnostics.Problem;
import org.vmn.runtime.prove.Verdict;

/** What is wrong with an input, and what came of its assertions. */
record Found(Input input, List<Problem> problems, List<Verdict> verdicts) {
  Found {
    problems = List.copyOf(problems);
    verdicts = List.copyOf(verdicts);
  }

  Found(Input input, List<Problem> problems) {
    this(input, problems, List.of());
  }
}
