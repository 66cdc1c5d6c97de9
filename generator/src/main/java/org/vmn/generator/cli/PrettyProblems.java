package org.vmn.generator.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.vmn.dsl.diagnostics.Problem;
import org.vmn.dsl.diagnostics.Problem.Label;
import org.vmn.runtime.network.Origin;

/**
 * Diagnostics for people: the message, the lines of the source that matter with words under them,
 * and the way out.
 */
final class PrettyProblems {
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
    String kind = problem.severity().word() + "[" + problem.code().id() + "]";
    to.println(colour(problem, kind) + style.bold(": " + problem.message()));
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

  private String colour(Problem problem, String text) {
    return switch (problem.severity()) {
      case ERROR -> style.red(text);
      case WARNING -> style.yellow(text);
      case INFO -> style.blue(text);
    };
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
    if (input.sources().files().isEmpty()) {
      return;
    }
    String file = problem.origin().file();
    String shown = "";
    to.println(margin + style.blue(" |"));
    for (Label label : labels(problem)) {
      Origin at = label.origin();
      if (!at.file().equals(file)) {
        file = at.file();
        shown = "";
        String place = input.shown(file) + ":" + at.line() + ":" + at.column();
        to.println(margin + style.blue("::: ") + place);
      }
      String text = input.sources().line(at.file(), at.line());
      boolean main = at.equals(problem.origin());
      SourceLine line = SourceLine.of(text, at, main ? '^' : '-');
      if (text.isEmpty()) {
        continue;
      }
      String number = Integer.toString(at.line());
      // Of a long line each label may show another part.
      String part = number + line.text();
      if (!shown.equals(part)) {
        String before = " ".repeat(margin.length() - number.length()) + number + " |";
        to.println(style.blue(before) + " " + line.text());
        shown = part;
      }
      String words = line.pointer() + (label.text().isEmpty() ? "" : " " + label.text());
      to.println(margin + style.blue(" |") + " " + (main ? style.red(words) : style.blue(words)));
    }
    to.println(margin + style.blue(" |"));
  }
}
