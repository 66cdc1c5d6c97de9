package org.vmn.generator.cli;

import java.io.PrintWriter;
import java.util.List;
import org.vmn.dsl.diagnostics.Problem;
import org.vmn.runtime.network.Origin;

/** Diagnostics as workflow commands, which GitHub shows beside the changed lines. */
final class GithubProblems {
  private GithubProblems() {}

  static void write(List<Found> found, PrintWriter to) {
    found.forEach(f -> write(f.input(), f.problems(), to));
    to.flush();
  }

  private static void write(Input input, List<Problem> problems, PrintWriter to) {
    for (Problem problem : problems) {
      Origin at = problem.origin();
      String help = problem.help() == null ? "" : "\nhelp: " + problem.help();
      to.printf(
          "::%s file=%s,line=%d,col=%d,endLine=%d,endColumn=%d,title=%s::%s%n",
          level(problem),
          property(input.shown(at.file())),
          Math.max(1, at.line()),
          Math.max(1, at.column()),
          Math.max(1, at.endLine()),
          Math.max(1, at.endColumn()),
          problem.code().id(),
          data(problem.message() + labels(input, problem) + help));
    }
  }

  /** The log shows one place only: the others become words. */
  private static String labels(Input input, Problem problem) {
    StringBuilder text = new StringBuilder();
    for (Problem.Label label : problem.labels()) {
      if (label.origin().isKnown() && !label.text().isEmpty()) {
        String file = input.shown(label.origin().file());
        text.append("\n").append(file).append(":").append(label.origin().line()).append(": ");
        text.append(label.text());
      }
    }
    return text.toString();
  }

  private static String level(Problem problem) {
    return switch (problem.severity()) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case INFO -> "notice";
    };
  }

  private static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }
}
