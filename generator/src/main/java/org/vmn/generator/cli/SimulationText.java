package org.vmn.generator.cli;

import java.util.List;
import java.util.Locale;
import org.vmn.generator.text.Figures;
import org.vmn.generator.text.Table;
import org.vmn.runtime.simulate.SimulationResult;
import org.vmn.runtime.simulate.SimulationResult.Verdict;

/** What came out of a scenario, for people. */
final class SimulationText {
  private final Input input;
  private final Style style;
  private final Lines lines = new Lines();

  SimulationText(Input input, Style style) {
    this.input = input;
    this.style = style;
  }

  List<String> lines(SimulationResult result) {
    boolean whole = result.complete();
    lines.add(
        style.bold("scenario " + result.scenario())
            + ": "
            + (whole ? "" : "the first " + seconds(result.durationNanos()) + " of ")
            + Figures.time(result.plannedNanos())
            + " of "
            + result.network()
            + ", seed "
            + result.seed());
    lines.add("");
    ServiceTables services = new ServiceTables(input, lines);
    services.requests("requests to", result.balancers(), false);
    services.requests("program", result.programs(), true);
    services.losses(result);
    ElementTables elements = new ElementTables(lines);
    elements.machines(result.machines());
    elements.wires("uplink", result.uplinks());
    elements.wires("link", result.links());
    StoryTables story = new StoryTables(input, lines);
    story.happenings(result.happenings());
    story.takeovers(result.takeovers());
    story.trace(result.trace());
    verdicts(result);
    return lines.all();
  }

  private static String seconds(long nanos) {
    return String.format(Locale.ROOT, "%.3f s", nanos / 1e9).replaceFirst("\\.?0+ s", " s");
  }

  private void verdicts(SimulationResult result) {
    List<Verdict> verdicts = result.verdicts();
    Table table = Table.of("", "", "", "");
    for (Verdict verdict : verdicts) {
      table.row(
          verdict.passed() ? "met" : "missed",
          verdict.text(),
          verdict.explanation(),
          input.brief(verdict.origin()));
    }
    List<String> rows = table.lines();
    for (int i = 0; i < rows.size(); i++) {
      String line = rows.get(i);
      lines.add(line.startsWith("met") ? style.green(line) : style.red(line));
      int verdict = i - (rows.size() - verdicts.size());
      if (verdict >= 0 && !verdicts.get(verdict).help().isEmpty()) {
        lines.add("        help: " + verdicts.get(verdict).help());
      }
    }
    lines.add(
        verdicts.isEmpty()
            ? "nothing was expected of it"
            : result.met()
                + " of "
                + Summary.count(verdicts.size(), "expectation")
                + " met"
                + (result.complete() ? "" : " so far"));
    lines.add("");
  }
}
