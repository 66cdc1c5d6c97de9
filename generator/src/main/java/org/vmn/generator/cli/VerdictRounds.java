package org.vmn.generator.cli;

import java.io.PrintWriter;
import java.util.List;
import org.vmn.runtime.prove.Verdict;

/** Rounds of {@code vmn prove} for people: what is newly refuted first. */
final class VerdictRounds implements Round.Viewer {
  private final Style style;
  private final boolean explain;
  private final PrintWriter out;
  private boolean begun;

  /**
   * @param explain whether to say what holds those that are proved
   */
  VerdictRounds(Style style, boolean explain, PrintWriter out) {
    this.style = style;
    this.explain = explain;
    this.out = out;
  }

  @Override
  public void show(Round round) {
    RoundText.begin(round, style, out);
    Found found = round.found();
    VerdictChanges since = round.verdicts();
    if (found == null) {
      out.println(style.red("error: ") + round.failure());
      out.println("nothing is proved, " + RoundText.took(round));
    } else if (since == null) {
      ProblemRounds.changes(round, found.input(), style, out);
      out.println("nothing is proved while there are errors, " + RoundText.took(round));
    } else {
      VerdictText text = new VerdictText(found.input(), style, explain);
      if (begun) {
        changes(since, text);
      } else {
        text.details(found.verdicts(), out);
      }
      begun = true;
      out.println(Summary.of(found.verdicts()) + ", " + RoundText.took(round));
    }
    out.flush();
  }

  private void changes(VerdictChanges since, VerdictText text) {
    details("newly refuted", since.refuted(), text);
    details("newly undecided", since.undecided(), text);
    details("refuted otherwise", since.otherwise(), text);
    details("newly proved", since.proved(), text);
    if (!since.gone().isEmpty()) {
      out.println(style.bold("no longer asserted"));
      since.gone().forEach(words -> out.println("  " + words));
    }
    if (!since.still().isEmpty()) {
      out.println(style.bold("as before"));
      text.lines(since.still()).forEach(out::println);
    }
    if (since.isNothing()) {
      out.println("no verdict changed");
    }
  }

  private void details(String title, List<Verdict> verdicts, VerdictText text) {
    if (!verdicts.isEmpty()) {
      out.println(style.bold(title));
      text.details(verdicts, out);
    }
  }
}
