package org.vmn.dsl.ide.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.emf.common.util.URI;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.diagnostics.Problem;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.forward.Step;
import org.vmn.runtime.forward.Walk;
import org.vmn.runtime.network.Assertion;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Origin;
import org.vmn.runtime.prove.Prover;
import org.vmn.runtime.prove.Verdict;

/** Turns what the compiler says into findings at places in files. */
public final class Findings {
  private final Map<String, URI> files;
  private final List<Finding> found = new ArrayList<>();

  private Findings(Map<String, URI> files) {
    this.files = files;
  }

  /** Of elaboration. */
  public static List<Finding> of(Elaborated elaborated) {
    Findings findings = new Findings(elaborated.files());
    elaborated.problems().forEach(findings::add);
    return findings.found;
  }

  /** Of proof: the assertions that don't hold, and those that could not be decided. */
  public static List<Finding> ofProof(Network network, Map<String, URI> files) {
    Findings findings = new Findings(files);
    Prover prover = Prover.of(Forwarding.of(network));
    for (Assertion assertion : network.assertions()) {
      if (Thread.currentThread().isInterrupted()) {
        break;
      }
      Verdict verdict = prover.prove(assertion);
      switch (verdict.outcome()) {
        case PROVED -> {}
        case REFUTED -> findings.add(Code.ASSERTION_REFUTED, verdict, "is refuted");
        case UNDECIDED -> findings.add(Code.ASSERTION_UNDECIDED, verdict, "is undecided");
      }
    }
    return findings.found;
  }

  private void add(Problem problem) {
    List<Finding.Related> related = new ArrayList<>();
    for (Problem.Label label : problem.labels()) {
      relate(related, label.origin(), label.text());
    }
    add(
        problem.code(),
        problem.origin(),
        problem.help() == null
            ? problem.message()
            : problem.message() + "\nhelp: " + problem.help(),
        related);
  }

  private void add(Code code, Verdict verdict, String what) {
    StringBuilder message = new StringBuilder("`" + verdict.assertion().text() + "` " + what);
    if (!verdict.reason().isEmpty()) {
      message.append(": ").append(verdict.reason());
    }
    List<Finding.Related> related = new ArrayList<>();
    Walk walk = verdict.counterexample();
    if (walk != null) {
      message.append("\ncounter-example: ").append(walk.packet());
      walk.there().forEach(step -> relate(related, step));
      walk.back().forEach(step -> relate(related, step));
    }
    add(code, verdict.assertion().origin(), message.toString(), related);
  }

  private void add(Code code, Origin origin, String message, List<Finding.Related> related) {
    URI file = file(origin);
    if (file != null) {
      found.add(new Finding(file, code, origin, message, related));
    }
  }

  private void relate(List<Finding.Related> related, Step step) {
    relate(related, step.origin(), step.where() + ": " + step.what());
  }

  private void relate(List<Finding.Related> related, Origin origin, String text) {
    URI file = file(origin);
    if (file != null) {
      related.add(new Finding.Related(file, origin, text));
    }
  }

  private @Nullable URI file(Origin origin) {
    return origin.isKnown() ? files.get(origin.file()) : null;
  }
}
