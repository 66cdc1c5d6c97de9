package org.vmn.generator.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.diagnostics.Problem;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.forward.Walk;
import org.vmn.runtime.network.Assertion;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.prove.Bounds;
import org.vmn.runtime.prove.Prover;
import org.vmn.runtime.prove.Verdict;
import org.vmn.runtime.prove.Verdict.Outcome;
import org.vmn.runtime.review.Remedy;

/** Verdicts on all assertions of a network, and the diagnostics that they call for. */
final class Proofs {
  private Proofs() {}

  /**
   * @param err where progress is shown when it takes long
   */
  static List<Verdict> of(Network network, PrintWriter err) {
    return of(Forwarding.of(network), Bounds.USUAL, err);
  }

  static List<Verdict> of(Forwarding forwarding, Bounds bounds, PrintWriter err) {
    Network network = forwarding.network();
    List<Verdict> verdicts = new ArrayList<>();
    if (network.assertions().isEmpty()) {
      return verdicts;
    }
    try (Progress progress = new Progress(err, "proving")) {
      Prover prover = Prover.of(forwarding, bounds);
      for (Assertion assertion : network.assertions()) {
        progress.at((double) verdicts.size() / network.assertions().size());
        verdicts.add(prover.prove(assertion));
      }
    }
    return verdicts;
  }

  static List<Problem> problems(List<Verdict> verdicts, Input input) {
    return verdicts.stream()
        .filter(v -> v.outcome() != Outcome.PROVED)
        .map(v -> problem(v, input))
        .toList();
  }

  private static Problem problem(Verdict verdict, Input input) {
    boolean refuted = verdict.outcome() == Outcome.REFUTED;
    Code code = refuted ? Code.ASSERTION_REFUTED : Code.ASSERTION_UNDECIDED;
    String message =
        "`" + verdict.assertion().text() + "` is " + (refuted ? "refuted" : "undecided");
    if (!verdict.reason().isEmpty()) {
      message += ": " + verdict.reason();
    }
    Problem problem = Problem.of(code, verdict.assertion().origin(), message);
    if (verdict.counterexample() == null) {
      return problem;
    }
    List<String> lines = new WalkText(input, new Style(false)).lines(verdict.counterexample());
    String remedy = remedy(verdict, input);
    String shows = "this connection shows it\n  " + String.join("\n  ", lines);
    return problem.help(remedy.isEmpty() ? shows : shows + "\nto mend it: " + remedy);
  }

  /** What would mend a refuted assertion; empty when nothing in one line would. */
  static String remedy(Verdict verdict, Input input) {
    Network network = input.network();
    Walk walk = verdict.counterexample();
    return network == null || walk == null
        ? ""
        : Remedy.of(Forwarding.of(network), verdict.assertion().claim(), walk, verdict.failed());
  }
}
