package org.vmn.generator.cli;

import java.io.PrintWriter;
import java.util.List;
import org.vmn.dsl.diagnostics.Problem;

/** Rounds of {@code vmn check} for people: what is newly wrong first, in full. */
final class ProblemRounds implements Round.Viewer {
  private final Style style;
  private final PrintWriter err;

  ProblemRounds(Style style, PrintWriter err) {
    this.style = style;
    this.err = err;
  }

  @Override
  public void show(Round round) {
    RoundText.begin(round, style, err);
    Found found = round.found();
    if (found == null) {
      err.println(style.red("error: ") + round.failure() + ", " + RoundText.took(round));
    } else {
      changes(round, found.input(), style, err);
      err.println(
          round.file()
              + ": "
              + Summary.found(found.problems(), found.verdicts())
              + ", "
              + RoundText.took(round));
    }
    err.flush();
  }

  /** What came in full; what went and what stayed as a line each. */
  static void changes(Round round, Input input, Style style, PrintWriter to) {
    new PrettyProblems(input, style).write(round.problems().come(), to);
    lines("mended", round.problems().gone(), input, style, to);
    lines("still", round.problems().stayed(), input, style, to);
  }

  private static void lines(
      String word, List<Problem> problems, Input input, Style style, PrintWriter to) {
    for (Problem p : problems) {
      String line =
          "%-7s %s[%s]: %s  %s"
              .formatted(
                  word, p.severity().word(), p.code().id(), p.message(), input.brief(p.origin()));
      to.println(word.equals("mended") ? style.green(line) : line);
    }
  }
}
