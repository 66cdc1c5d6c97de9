package org.vmn.generator.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.vmn.dsl.diagnostics.Problem;
import org.vmn.generator.guideline.Refutations;
import org.vmn.runtime.network.Assertion;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.prove.Bounds;
import org.vmn.runtime.prove.Prover;
import org.vmn.runtime.prove.Verdict;
import org.vmn.runtime.prove.Verdict.Outcome;

/** Verdicts on all assertions of a network, and the diagnostics that they call for. */
final class Proofs {
  private Proofs() {}

  /**
   * @param err where progress is shown when it takes long
   */
  static List<Verdict> of(Input input, PrintWriter err) {
    return of(input, Bounds.USUAL, err);
  }

  static List<Verdict> of(Input input, Bounds bounds, PrintWriter err) {
    Network network = input.network();
    return network == null || network.assertions().isEmpty()
        ? List.of()
        : of(input.prover(bounds), network.assertions(), err);
  }

  static List<Verdict> of(Prover prover, List<Assertion> assertions, PrintWriter err) {
    List<Verdict> verdicts = new ArrayList<>();
    try (Progress progress = new Progress(err, "proving")) {
      for (Assertion assertion : assertions) {
        progress.at((double) verdicts.size() / assertions.size());
        verdicts.add(prover.prove(assertion));
      }
    }
    return verdicts;
  }

  /** The exit status that verdicts call for. */
  static int status(List<Verdict> verdicts) {
    return verdicts.stream().allMatch(v -> v.outcome() == Outcome.PROVED)
        ? Main.CLEAN
        : Main.FINDINGS;
  }

  static List<Problem> problems(List<Verdict> verdicts, Input input) {
    return verdicts.stream()
        .filter(v -> v.outcome() != Outcome.PROVED)
        .map(v -> problem(v, input))
        .toList();
  }

  private static Problem problem(Verdict verdict, Input input) {
    Problem problem = Refutations.problem(verdict);
    Assertion.Guideline by = verdict.assertion().by();
    String help = by == null || by.help().isEmpty() ? "" : by.help() + "\n";
    if (verdict.counterexample() == null) {
      return help.isEmpty() ? problem : problem.help(help.strip());
    }
    List<String> lines = new WalkText(input, new Style(false)).lines(verdict.counterexample());
    String remedy = input.remedies().of(verdict).text();
    String shows = help + "this connection shows it\n  " + String.join("\n  ", lines);
    return problem.help(remedy.isEmpty() ? shows : shows + "\nto mend it: " + remedy);
  }
}
