package org.vmn.generator.cli;

import java.util.List;
import org.vmn.dsl.diagnostics.Problem;

/** What is wrong with an input. */
record Found(Input input, List<Problem> problems) {
  Found {
    problems = List.copyOf(problems);
  }
}
