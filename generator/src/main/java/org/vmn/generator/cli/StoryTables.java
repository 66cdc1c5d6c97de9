package org.vmn.generator.cli;

import java.util.List;
import org.vmn.generator.text.Table;
import org.vmn.runtime.simulate.SimulationResult.Happening;
import org.vmn.runtime.simulate.SimulationResult.Hop;
import org.vmn.runtime.simulate.SimulationResult.Takeover;

/** What happened, what took over, and the way of the request that was followed. */
final class StoryTables {
  private static final int MOST_ROWS = 12;

  private static final int MOST_HAPPENINGS = 40;

  private final Input input;
  private final Lines lines;

  StoryTables(Input input, Lines lines) {
    this.input = input;
    this.lines = lines;
  }

  void happenings(List<Happening> happenings) {
    Table table = Table.of("at", "what happened", "").right(0);
    happenings.stream()
        .limit(MOST_HAPPENINGS)
        .forEach(h -> table.row(Lines.text("%.3f s", h.atNanos() / 1e9), h.element(), h.text()));
    lines.add(table, happenings.size() - MOST_HAPPENINGS, "event");
  }

  void takeovers(List<Takeover> takeovers) {
    Table table =
        Table.of("failed", "at", "lost work of (RPO)", "ran again after (RTO)").right(1, 2, 3);
    takeovers.stream()
        .limit(MOST_ROWS)
        .forEach(t ->
            table.row(
                t.machine(),
                Lines.text("%.3f s", t.failedAtNanos() / 1e9),
                Lines.text("%.1f s", t.rpoNanos() / 1e9),
                t.rtoNanos() < 0 ? "not by the end" : Lines.text("%.1f s", t.rtoNanos() / 1e9)));
    lines.add(table, takeovers.size() - MOST_ROWS, "takeover");
  }

  void trace(List<Hop> hops) {
    Table table = Table.of("request", "at", "", "").right(0);
    long start = hops.isEmpty() ? 0 : hops.get(0).atNanos();
    for (Hop hop : hops) {
      table.row(
          hop.atNanos() == start
              ? Lines.text("%.6f s", start / 1e9)
              : Lines.text("+%.3f ms", (hop.atNanos() - start) / 1e6),
          "  ".repeat(hop.depth()) + hop.where(),
          hop.what(),
          hop.origin().isKnown() ? input.brief(hop.origin()) : "");
    }
    lines.add(table);
  }
}
