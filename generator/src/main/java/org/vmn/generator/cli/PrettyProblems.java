package org.vmn.generator.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.vmn.dsl.diagnostics.Problem;
import org.vmn.dsl.diagnostics.Problem.Label;
import org.vmn.dsl.diagnostics.Severity;
import org.vmn.runtime.network.Origin;

/**
 * Diagnostics for people: the message, the lines of the source that matter with words under them,
 * and the way out.
 */
final class PrettyProblems {
  private static final int LONGEST_LINE = 160;

  private final Input input;
  private final Style style;

  PrettyProblems(Input input, Style style) {
    this.input = input;
    this.style = style;
  }

  void write(List<Problem> problems, PrintWriter to) {
    for (Problem problem : problems) {
      write(problem, to);
    }
    to.flush();
  }

  private void write(Problem problem, PrintWriter to) {
    String kind =
        problem.code().severity().name().toLowerCase(Locale.ROOT) + "[" + problem.code().id() + "]";
    to.println(
        (problem.code().severity() == Severity.ERROR ? style.red(kind) : style.yellow(kind))
            + style.bold(": " + problem.message()));
    Origin origin = problem.origin();
    int width =
        labels(problem).stream()
            .mapToInt(l -> Integer.toString(l.origin().line()).length())
            .max()
            .orElse(1);
    String margin = " ".repeat(width);
    if (origin.isKnown()) {
      to.println(
          margin
              + style.blue("--> ")
              + input.shown(origin.file())
              + ":"
              + origin.line()
              + ":"
              + origin.column());
      excerpts(problem, margin, to);
    }
    for (Origin use = origin.within(); use != null; use = use.within()) {
      to.println(
          margin
              + style.blue(" = ")
              + "used at "
              + input.shown(use.file())
              + ":"
              + use.line()
              + ":"
              + use.column());
    }
    if (problem.help() != null) {
      to.println(style.bold("help: ") + problem.help());
    }
    to.println();
  }

  private static List<Label> labels(Problem problem) {
    List<Label> labels =
        new ArrayList<>(problem.labels().stream().filter(l -> l.origin().isKnown()).toList());
    if (labels.stream().noneMatch(l -> l.origin().equals(problem.origin()))) {
      labels.add(new Label(problem.origin(), ""));
    }
    labels.sort(
        Comparator.comparing((Label l) -> !l.origin().file().equals(problem.origin().file()))
            .thenComparing(l -> l.origin().file())
            .thenComparingInt(l -> l.origin().line()));
    return labels;
  }

  private void excerpts(Problem problem, String margin, PrintWriter to) {
    String file = problem.origin().file();
    to.println(margin + style.blue(" |"));
    for (Label label : labels(problem)) {
      Origin at = label.origin();
      String line = input.sources().line(at.file(), at.line());
      if (!at.file().equals(file)) {
        file = at.file();
        to.println(
            margin + style.blue("::: ") + input.shown(file) + ":" + at.line() + ":" + at.column());
      }
      if (line.isEmpty()) {
        continue;
      }
      String shown = line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) + "…" : line;
      String number = Integer.toString(at.line());
      to.println(
          style.blue(" ".repeat(margin.length() - number.length()) + number + " |")
              + " "
              + shown.replace('\t', ' '));
      boolean main = at.equals(problem.origin());
      String under = (main ? "^" : "-").repeat(length(at, shown));
      String words = label.text().isEmpty() ? "" : " " + label.text();
      String pointer =
          " ".repeat(Math.min(at.column() - 1, shown.length()))
              + (main ? style.red(under + words) : style.blue(under + words));
      to.println(margin + style.blue(" |") + " " + pointer);
    }
    to.println(margin + style.blue(" |"));
  }

  private static int length(Origin at, String line) {
    int end = at.endLine() == at.line() ? at.endColumn() : line.length() + 1;
    return Math.max(1, Math.min(end, line.length() + 1) - at.column());
  }
}
