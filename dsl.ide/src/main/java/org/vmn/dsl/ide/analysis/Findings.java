package org.vmn.dsl.ide.analysis;

import com.google.common.collect.Iterables;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.emf.common.util.URI;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.diagnostics.Fix;
import org.vmn.dsl.diagnostics.Problem;
import org.vmn.generator.guideline.Refutations;
import org.vmn.runtime.forward.Step;
import org.vmn.runtime.forward.Walk;
import org.vmn.runtime.network.Origin;
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
  public static List<Finding> ofProof(List<Verdict> verdicts, Map<String, URI> files) {
    Findings findings = new Findings(files);
    for (Verdict verdict : verdicts) {
      if (verdict.outcome() != Verdict.Outcome.PROVED) {
        findings.add(verdict);
      }
    }
    return findings.found;
  }

  private void add(Verdict verdict) {
    Problem plain = Refutations.problem(verdict);
    Walk walk = verdict.counterexample();
    if (walk == null) {
      add(plain);
      return;
    }
    String message = plain.message() + "\ncounter-example: " + walk.packet();
    Problem problem = Problem.of(plain.code(), plain.origin(), message).severity(plain.severity());
    for (Problem.Label label : plain.labels()) {
      problem = problem.label(label.origin(), label.text());
    }
    for (Step step : Iterables.concat(walk.there(), walk.back())) {
      problem = problem.label(step.origin(), step.where() + ": " + step.what());
    }
    add(problem);
  }

  private void add(Problem problem) {
    URI file = problem.origin().isKnown() ? files.get(problem.origin().file()) : null;
    if (file == null) {
      return;
    }
    Problem found =
        Problem.of(problem.code(), problem.origin(), problem.message())
            .severity(problem.severity());
    found = problem.help() == null ? found : found.help(problem.help());
    for (Problem.Label label : problem.labels()) {
      Origin at = byAddress(label.origin());
      if (at != null && !label.text().isEmpty()) {
        found = found.label(at, label.text());
      }
    }
    for (Fix fix : problem.fixes()) {
      List<Fix.Edit> edits = new ArrayList<>();
      for (Fix.Edit edit : fix.edits()) {
        Origin at = byAddress(edit.range());
        if (at != null) {
          edits.add(new Fix.Edit(at, edit.text()));
        }
      }
      if (edits.size() == fix.edits().size()) {
        found = found.fix(new Fix(fix.title(), fix.certain(), edits));
      }
    }
    this.found.add(new Finding(file, found));
  }

  /** With the address of its file for the name; null when the editor doesn't know the file. */
  private @Nullable Origin byAddress(Origin at) {
    URI file = at.isKnown() ? files.get(at.file()) : null;
    return file == null
        ? null
        : new Origin(file.toString(), at.line(), at.column(), at.endLine(), at.endColumn(), null);
  }
}
