package org.vmn.generator.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.vmn.generator.text.Figures;
import org.vmn.generator.text.Table;
import org.vmn.runtime.network.Deployment;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Origin;
import org.vmn.runtime.network.Scenario;
import org.vmn.runtime.prove.Verdict;

/** What must hold, what should happen, and where it all goes. */
final class Claims {
  private Claims() {}

  static List<Section> sections(
      Network network, List<Verdict> verdicts, Function<Origin, String> shown) {
    Table assertions = Table.of("", "", "");
    for (Verdict verdict : verdicts) {
      assertions.row(
          verdict.outcome().name().toLowerCase(Locale.ROOT),
          verdict.assertion().text(),
          shown.apply(verdict.assertion().origin()));
    }
    List<String> scenarios = new ArrayList<>();
    network.scenarios().forEach(s -> scenarios.addAll(scenario(s)));
    Table deployments = Table.of("", "");
    for (Deployment deployment : network.deployments()) {
      List<String> targets =
          deployment.targets().stream().map(t -> t.name().toLowerCase(Locale.ROOT)).toList();
      String mark = deployment.origin().isKnown() ? "" : Stated.MARK;
      deployments.row(deployment.name(), "on " + String.join(", ", targets) + mark);
    }
    return List.of(
        new Section("Assertions", assertions.lines()),
        new Section("Scenarios", scenarios),
        new Section("Deployments", deployments.lines()));
  }

  private static List<String> scenario(Scenario scenario) {
    List<String> lines = new ArrayList<>();
    lines.add(scenario.name() + ", " + Figures.time(scenario.durationNanos()));
    scenario.loads().forEach(load -> lines.add("  " + LoadText.of(load)));
    scenario.events().forEach(event -> lines.add("  " + EventText.of(event)));
    scenario.expectations().forEach(e -> lines.add("  expected: " + e.text()));
    return lines;
  }
}
