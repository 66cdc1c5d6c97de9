package org.vmn.generator.compile;

import java.util.ArrayList;
import java.util.List;
import org.vmn.dsl.diagnostics.Problem;
import org.vmn.dsl.imports.Origins;
import org.vmn.dsl.vmn.Model;
import org.vmn.generator.analyze.Analysis;
import org.vmn.generator.elaborate.Elaborator;
import org.vmn.generator.guideline.Guidelines;
import org.vmn.generator.lint.Linter;
import org.vmn.generator.project.Settings;
import org.vmn.runtime.network.Network;

/** What is to be said of a network that could be elaborated, as its project minds it. */
public final class Inspection {
  private Inspection() {}

  public static List<Problem> of(
      Network network, Model root, Origins origins, Settings settings, Depth depth) {
    List<Model> files = Elaborator.files(root);
    List<Problem> found = new ArrayList<>(Analysis.of(network));
    if (depth == Depth.LINT) {
      found.addAll(Linter.check(network, files, origins));
    }
    List<Problem> problems = new ArrayList<>();
    found.forEach(p -> settings.judge(p).ifPresent(problems::add));
    problems.addAll(Guidelines.check(network, files, origins, settings));
    return problems;
  }
}
