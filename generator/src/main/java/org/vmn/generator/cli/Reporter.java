package org.vmn.generator.cli;

import java.io.PrintWriter;
import java.util.List;
import org.vmn.dsl.diagnostics.Problem;
import org.vmn.dsl.diagnostics.Severity;

/** Writes diagnostics: for people to standard error, for programs to standard output. */
final class Reporter {
  private final Options options;
  private final PrintWriter out;
  private final PrintWriter err;

  Reporter(Options options, PrintWriter out, PrintWriter err) {
    this.options = options;
    this.out = out;
    this.err = err;
  }

  /** Writes all problems and returns the exit status that they call for. */
  int report(Input input, List<Problem> problems) {
    switch (options.format) {
      case PRETTY -> new PrettyProblems(input, options.style()).write(problems, err);
      case JSON -> JsonProblems.write(input, problems, out);
      case SARIF -> SarifProblems.write(input, problems, out);
      case GITHUB -> GithubProblems.write(input, problems, out);
    }
    return status(problems);
  }

  private int status(List<Problem> problems) {
    boolean bad = problems.stream().anyMatch(p -> options.errorOnWarning || p.code().severity() == Severity.ERROR);
    return bad ? Main.FINDINGS : Main.CLEAN;
  }
}
