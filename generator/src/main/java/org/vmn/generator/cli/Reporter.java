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

  /** Writes all problems of one input and returns the exit status that they call for. */
  int report(Found found) {
    return report(List.of(found));
  }

  /** Writes all problems, in one document, and returns the exit status that they call for. */
  int report(List<Found> found) {
    switch (options.format) {
      case PRETTY -> found.forEach(this::pretty);
      case JSON -> JsonProblems.write(found, out);
      case SARIF -> SarifProblems.write(found, out);
      case GITHUB -> GithubProblems.write(found, out);
    }
    return found.stream().mapToInt(this::status).max().orElse(Main.CLEAN);
  }

  /**
   * For commands whose standard output is something else: says to people what is wrong, on standard
   * error.
   */
  static int refuse(Input input, Colours colours, PrintWriter err) {
    new PrettyProblems(input, colours.err()).write(input.problems(), err);
    return Main.FINDINGS;
  }

  private void pretty(Found found) {
    new PrettyProblems(found.input(), options.colours.err()).write(found.problems(), err);
  }

  private int status(Found found) {
    return status(found.problems(), options);
  }

  /** The exit status that problems call for. */
  static int status(List<Problem> problems, Options options) {
    boolean bad =
        problems.stream()
            .anyMatch(
                p -> p.isError() || options.errorOnWarning && p.severity() == Severity.WARNING);
    return bad ? Main.FINDINGS : Main.CLEAN;
  }
}
