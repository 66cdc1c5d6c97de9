package org.vmn.generator.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.vmn.generator.text.Figures;
import org.vmn.generator.text.Table;
import org.vmn.runtime.simulate.Loss;
import org.vmn.runtime.simulate.SimulationResult;
import org.vmn.runtime.simulate.SimulationResult.Happening;
import org.vmn.runtime.simulate.SimulationResult.Hop;
import org.vmn.runtime.simulate.SimulationResult.Latency;
import org.vmn.runtime.simulate.SimulationResult.OfMachine;
import org.vmn.runtime.simulate.SimulationResult.OfService;
import org.vmn.runtime.simulate.SimulationResult.OfWire;
import org.vmn.runtime.simulate.SimulationResult.Refusal;
import org.vmn.runtime.simulate.SimulationResult.Takeover;
import org.vmn.runtime.simulate.SimulationResult.Verdict;

/** What came out of a scenario, for people. */
final class SimulationText {
  /** Of many machines or uplinks, the busiest. */
  private static final int MOST_ROWS = 12;

  private static final int MOST_REFUSALS = 3;

  private static final int MOST_HAPPENINGS = 40;

  private final Input input;
  private final Style style;
  private final List<String> lines = new ArrayList<>();

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
    requests("requests to", result.balancers(), false);
    requests("program", result.programs(), true);
    losses(result);
    machines(result.machines());
    wires("uplink", result.uplinks());
    wires("link", result.links());
    happenings(result.happenings());
    takeovers(result.takeovers());
    trace(result.trace());
    verdicts(result);
    return lines;
  }

  private static String seconds(long nanos) {
    return String.format(Locale.ROOT, "%.3f s", nanos / 1e9).replaceFirst("\\.?0+ s", " s");
  }

  private void requests(String title, List<OfService> services, boolean queues) {
    boolean retries = services.stream().anyMatch(s -> s.retried() > 0);
    List<String> head =
        new ArrayList<>(List.of(title, "offered", "served", "lost", "", "unanswered"));
    head.addAll(List.of("served/s", "p50", "p90", "p99", "max"));
    if (queues) {
      head.addAll(List.of("waiting", "at most"));
    }
    if (retries) {
      head.add("tried again");
    }
    Table table =
        Table.of(head.toArray(String[]::new)).right(IntStream.range(1, head.size()).toArray());
    services.stream().limit(MOST_ROWS).forEach(s -> table.row(row(s, queues, retries).toArray()));
    add(table, services.size() - MOST_ROWS, title.equals("program") ? title : "balancer");
  }

  private static List<String> row(OfService s, boolean queues, boolean retries) {
    Latency latency = s.latency();
    List<String> row =
        new ArrayList<>(
            List.of(
                s.name(),
                Figures.count(s.offered()),
                Figures.count(s.served()),
                Figures.count(s.lost()),
                s.offered() == 0 ? "" : text("%.2f %%", 100.0 * s.lost() / s.offered()),
                s.inFlight() == 0 ? "" : Figures.count(s.inFlight()),
                text("%.1f", s.servedPerSecond()),
                latency == null ? "none" : Figures.millis(latency.p50()),
                latency == null ? "" : Figures.millis(latency.p90()),
                latency == null ? "" : Figures.millis(latency.p99()),
                latency == null ? "" : Figures.millis(latency.max())));
    if (queues) {
      row.add(text("%.1f", s.queue().mean()));
      row.add(Figures.count(s.queue().most()));
    }
    if (retries) {
      row.add(Figures.count(s.retried()));
    }
    return row;
  }

  private static String text(String format, double number) {
    return String.format(Locale.ROOT, format, number);
  }

  /** Of programs only what balancers don't tell. */
  private void losses(SimulationResult result) {
    Table table = Table.of("lost", "because").right(0);
    List<OfService> all = new ArrayList<>(result.balancers());
    result.programs().stream().filter(p -> !told(p, result.balancers())).forEach(all::add);
    boolean one = all.stream().filter(s -> s.lost() > 0).count() == 1;
    for (OfService s : all) {
      s.losses()
          .forEach((loss, count) ->
              table.row(Figures.count(count), (one ? "" : s.name() + ": ") + why(loss, s)));
    }
    add(table);
  }

  private static boolean told(OfService program, List<OfService> balancers) {
    return balancers.stream().anyMatch(b -> b.losses().equals(program.losses()));
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
    Table table = Table.of("machine", "answers", "busy", "").right(1, 2);
    busiest(machines, OfMachine::utilisation).stream()
        .limit(MOST_ROWS)
        .forEach(m ->
            table.row(
                m.machine(),
                Figures.count(m.served()),
                Figures.percent(m.utilisation()),
                m.fate()));
    add(table, machines.size() - MOST_ROWS, "machine");
  }

  private void wires(String noun, List<OfWire> wires) {
    Table table = Table.of(noun, "sent", "", "received", "").right(1, 2, 3, 4);
    busiest(wires, w -> Math.max(w.out(), w.in())).stream()
        .limit(MOST_ROWS)
        .forEach(u ->
            table.row(
                u.name(),
                Figures.bytes(u.bytesOut()),
                share(u.out()),
                Figures.bytes(u.bytesIn()),
                share(u.in())));
    add(table, wires.size() - MOST_ROWS, noun);
  }

  /** As declared, but where there are too many to show. */
  private static <T> List<T> busiest(List<T> all, ToDoubleFunction<T> how) {
    return all.size() <= MOST_ROWS
        ? all
        : all.stream().sorted(Comparator.comparingDouble(how).reversed()).toList();
  }

  private static String share(double used) {
    return used < 0 ? "" : Figures.percent(used);
  }

  private void happenings(List<Happening> happenings) {
    Table table = Table.of("at", "what happened", "").right(0);
    happenings.stream()
        .limit(MOST_HAPPENINGS)
        .forEach(h -> table.row(text("%.3f s", h.atNanos() / 1e9), h.element(), h.text()));
    add(table, happenings.size() - MOST_HAPPENINGS, "event");
  }

  private void takeovers(List<Takeover> takeovers) {
    Table table =
        Table.of("failed", "at", "lost work of (RPO)", "ran again after (RTO)").right(1, 2, 3);
    takeovers.stream()
        .limit(MOST_ROWS)
        .forEach(t ->
            table.row(
                t.machine(),
                text("%.3f s", t.failedAtNanos() / 1e9),
                text("%.1f s", t.rpoNanos() / 1e9),
                t.rtoNanos() < 0 ? "not by the end" : text("%.1f s", t.rtoNanos() / 1e9)));
    add(table, takeovers.size() - MOST_ROWS, "takeover");
  }

  private void trace(List<Hop> hops) {
    Table table = Table.of("request", "at", "", "").right(0);
    long start = hops.isEmpty() ? 0 : hops.get(0).atNanos();
    for (Hop hop : hops) {
      table.row(
          hop.atNanos() == start
              ? text("%.6f s", start / 1e9)
              : text("+%.3f ms", (hop.atNanos() - start) / 1e6),
          "  ".repeat(hop.depth()) + hop.where(),
          hop.what(),
          hop.origin().isKnown() ? input.brief(hop.origin()) : "");
    }
    add(table);
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
