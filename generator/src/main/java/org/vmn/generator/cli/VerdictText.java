package org.vmn.generator.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.vmn.generator.text.Table;
import org.vmn.runtime.prove.Verdict;
import org.vmn.runtime.prove.Verdict.Outcome;

/** Verdicts for people: what refutes an assertion hop by hop, and what would mend it. */
final class VerdictText {
  private final Input input;
  private final Style style;
  private final boolean explain;

  /**
   * @param explain whether to say what holds those that are proved
   */
  VerdictText(Input input, Style style, boolean explain) {
    this.input = input;
    this.style = style;
    this.explain = explain;
  }

  /** All of a network, and how many are proved. */
  void all(List<Verdict> verdicts, PrintWriter out) {
    details(verdicts, out);
    out.println(
        verdicts.isEmpty()
            ? "there are no assertions: write one, such as `assert a reaches b on 443/tcp`"
            : Summary.of(verdicts));
  }

  /** One line each, with what belongs to it below. */
  void details(List<Verdict> verdicts, PrintWriter out) {
    List<String> lines = lines(verdicts);
    for (int i = 0; i < lines.size(); i++) {
      out.println(lines.get(i));
      detail(verdicts.get(i), out);
    }
    boolean shown = verdicts.stream().anyMatch(v -> v.counterexample() != null);
    if (shown && input.remedies().isSpent()) {
      out.println("what would mend the later ones was not tried: mend the first ones first");
    }
  }

  /** One line each. */
  List<String> lines(List<Verdict> verdicts) {
    Table table = Table.of("", "", "");
    for (Verdict verdict : verdicts) {
      String word = verdict.outcome().name().toLowerCase(Locale.ROOT);
      String line = input.brief(verdict.assertion().origin());
      table.row(word, verdict.assertion().text(), line);
    }
    List<String> lines = table.lines();
    return IntStream.range(0, lines.size())
        .mapToObj(i ->
            verdicts.get(i).outcome() == Outcome.PROVED
                ? style.green(lines.get(i))
                : style.red(lines.get(i)))
        .toList();
  }

  private void detail(Verdict verdict, PrintWriter out) {
    if (!verdict.reason().isEmpty()) {
      out.println("    " + verdict.reason());
    }
    if (verdict.counterexample() != null) {
      new WalkText(input, style)
          .lines(verdict.counterexample())
          .forEach(l -> out.println("    " + l));
      String remedy = input.remedies().of(verdict).text();
      if (!remedy.isEmpty()) {
        out.println("    to mend it: " + remedy);
      }
    }
    if (explain && verdict.outcome() == Outcome.PROVED) {
      ReviewText text = new ReviewText(input);
      text.cut(verdict.assertion().claim(), out);
      text.spares(verdict.assertion().claim(), out);
    }
  }
}
