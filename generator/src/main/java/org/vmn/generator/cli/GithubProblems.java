package org.vmn.generator.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
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
          problem.code().severity().name().toLowerCase(Locale.ROOT),
          property(input.shown(at.file())),
          Math.max(1, at.line()),
          Math.max(1, at.column()),
          Math.max(1, at.endLine()),
          Math.max(1, at.endColumn()),
          problem.code().id(),
          data(problem.message() + help));
    }
  }

  private static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }
}
