package org.vmn.generator.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.diagnostics.Problem;
import org.vmn.dsl.diagnostics.Suggestions;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Scenario;
import org.vmn.runtime.simulate.SimulationException;

/** The scenarios of a network that were asked for, and what is said when they can't be run. */
final class Scenarios {
  private Scenarios() {}

  /**
   * @param name null for all
   */
  static List<Scenario> of(Network network, @Nullable String name) {
    return network.scenarios().stream().filter(s -> name == null || s.name().equals(name)).toList();
  }

  static int none(Path file, Network network, @Nullable String name, PrintWriter err) {
    List<String> known = network.scenarios().stream().map(Scenario::name).toList();
    if (known.isEmpty()) {
      err.println("error: `" + file + "` has no scenario to run");
      err.println("help: write one, such as");
      err.println("  scenario rush {");
      err.println("    for 1 min");
      err.println("    load internet -> www { 100 .. 2000 req/s }");
      err.println("    expect p99 latency www < 250 ms");
      err.println("  }");
      return Main.BAD_INPUT;
    }
    String near =
        name == null
            ? ""
            : Suggestions.nearest(name, known).map(n -> "; did you mean `" + n + "`?").orElse("");
    err.println("error: `" + file + "` has no scenario `" + name + "`" + near);
    err.println("help: it has " + String.join(", ", known));
    return Main.BAD_INPUT;
  }

  /** A scenario that can't be simulated. */
  static int refused(Input input, SimulationException e, Style style, PrintWriter err) {
    Problem problem = Problem.of(Code.OUT_OF_RANGE, e.origin(), String.valueOf(e.getMessage()));
    new PrettyProblems(input, style).write(List.of(problem), err);
    return Main.FINDINGS;
  }
}
