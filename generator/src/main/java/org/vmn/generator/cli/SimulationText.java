package org.vmn.generator.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.vmn.generator.text.Figures;
import org.vmn.generator.text.Table;
import org.vmn.runtime.simulate.Loss;
import org.vmn.runtime.simulate.SimulationResult;
import org.vmn.runtime.simulate.SimulationResult.Latency;
import org.vmn.runtime.simulate.SimulationResult.OfMachine;
import org.vmn.runtime.simulate.SimulationResult.OfService;
import org.vmn.runtime.simulate.SimulationResult.OfWire;
import org.vmn.runtime.simulate.SimulationResult.Refusal;
import org.vmn.runtime.simulate.SimulationResult.Verdict;

/** What came out of a scenario, for people. */
final class SimulationText {
  /** Of many machines or uplinks, the busiest. */
  private static final int MOST_ROWS = 12;

  private static final int MOST_REFUSALS = 3;

  private final Input input;
  private final Style style;
  private final List<String> lines = new ArrayList<>();

  SimulationText(Input input, Style style) {
    this.input = input;
    this.style = style;
  }

  List<String> lines(SimulationResult result) {
    lines.add(
        style.bold("scenario " + result.scenario())
            + ": "
            + Figures.time(result.durationNanos())
            + " of "
            + result.network()
            + ", seed "
            + result.seed());
    lines.add("");
    requests(result.balancers());
    losses(result.balancers());
    machines(result.machines());
    uplinks(result.uplinks());
    verdicts(result.verdicts());
    return lines;
  }

  private void requests(List<OfService> balancers) {
    Table table =
        Table.of(
                "requests to",
                "offered",
                "served",
                "lost",
                "",
                "unanswered",
                "served/s",
                "p50",
                "p90",
                "p99",
                "max")
            .right(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
    for (OfService b : balancers) {
      Latency latency = b.latency();
      table.row(
          b.name(),
          Figures.count(b.offered()),
          Figures.count(b.served()),
          Figures.count(b.lost()),
          b.offered() == 0
              ? ""
              : String.format(Locale.ROOT, "%.2f %%", 100.0 * b.lost() / b.offered()),
          b.inFlight() == 0 ? "" : Figures.count(b.inFlight()),
          String.format(Locale.ROOT, "%.1f", b.servedPerSecond()),
          latency == null ? "none" : Figures.millis(latency.p50()),
          latency == null ? "" : Figures.millis(latency.p90()),
          latency == null ? "" : Figures.millis(latency.p99()),
          latency == null ? "" : Figures.millis(latency.max()));
    }
    add(table);
  }

  private void losses(List<OfService> balancers) {
    Table table = Table.of("lost", "because").right(0);
    for (OfService b : balancers) {
      String of = balancers.size() == 1 ? "" : b.name() + ": ";
      b.losses().forEach((loss, count) -> table.row(Figures.count(count), of + why(loss, b)));
    }
    add(table);
  }

  private String why(Loss loss, OfService balancer) {
    List<String> places = new ArrayList<>();
    for (Refusal refusal : balancer.refusals()) {
      if (refusal.loss() == loss && places.size() < MOST_REFUSALS) {
        places.add(refusal.where() + " " + refusal.what() + ", " + input.brief(refusal.origin()));
      }
    }
    return loss.words() + (places.isEmpty() ? "" : " (" + String.join("; ", places) + ")");
  }

  private void machines(List<OfMachine> machines) {
    Table table = Table.of("machine", "served", "busy", "").right(1, 2);
    machines.stream()
        .limit(MOST_ROWS)
        .forEach(m ->
            table.row(
                m.machine(),
                Figures.count(m.served()),
                Figures.percent(m.utilisation()),
                m.failed() ? "failed" : ""));
    add(table, machines.size() - MOST_ROWS, "machine");
  }

  private void uplinks(List<OfWire> uplinks) {
    Table table = Table.of("uplink", "sent", "", "received", "").right(1, 2, 3, 4);
    uplinks.stream()
        .limit(MOST_ROWS)
        .forEach(u ->
            table.row(
                u.name(),
                Figures.bytes(u.bytesOut()),
                share(u.out()),
                Figures.bytes(u.bytesIn()),
                share(u.in())));
    add(table, uplinks.size() - MOST_ROWS, "uplink");
  }

  private static String share(double used) {
    return used < 0 ? "" : Figures.percent(used);
  }

  private void verdicts(List<Verdict> verdicts) {
    Table table = Table.of("", "", "", "");
    for (Verdict verdict : verdicts) {
      table.row(
          verdict.passed() ? "met" : "missed",
          verdict.text(),
          verdict.explanation(),
          input.brief(verdict.origin()));
    }
    for (String line : table.lines()) {
      lines.add(line.startsWith("met") ? style.green(line) : style.red(line));
    }
    long met = verdicts.stream().filter(Verdict::passed).count();
    lines.add(
        verdicts.isEmpty()
            ? "nothing was expected of it"
            : met + " of " + Summary.count(verdicts.size(), "expectation") + " met");
    lines.add("");
  }

  private void add(Table table) {
    add(table, 0, "");
  }

  private void add(Table table, int more, String noun) {
    if (table.isEmpty()) {
      return;
    }
    lines.addAll(table.lines());
    if (more > 0) {
      lines.add("and " + Figures.of(more, noun) + " more: --format json shows all");
    }
    lines.add("");
  }
}
