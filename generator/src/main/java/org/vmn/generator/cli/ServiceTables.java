package org.vmn.generator.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.vmn.generator.text.Figures;
import org.vmn.generator.text.Table;
import org.vmn.runtime.simulate.Loss;
import org.vmn.runtime.simulate.SimulationResult;
import org.vmn.runtime.simulate.SimulationResult.Latency;
import org.vmn.runtime.simulate.SimulationResult.OfService;
import org.vmn.runtime.simulate.SimulationResult.Refusal;

/** What became of requests, service by service, and why some were lost. */
final class ServiceTables {
  private static final int MOST_ROWS = 12;

  private static final int MOST_REFUSALS = 3;

  private final Input input;
  private final Lines lines;

  ServiceTables(Input input, Lines lines) {
    this.input = input;
    this.lines = lines;
  }

  void requests(String title, List<OfService> services, boolean queues) {
    boolean retries = services.stream().anyMatch(s -> s.retried() > 0);
    List<String> head =
        new ArrayList<>(List.of(title, "offered", "served", "lost", "share", "unanswered"));
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
    lines.add(table, services.size() - MOST_ROWS, title.equals("program") ? title : "balancer");
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
                s.offered() == 0 ? "" : Lines.text("%.2f %%", 100.0 * s.lost() / s.offered()),
                s.inFlight() == 0 ? "" : Figures.count(s.inFlight()),
                Lines.text("%.1f", s.servedPerSecond()),
                latency == null ? "none" : Figures.millis(latency.p50()),
                latency == null ? "" : Figures.millis(latency.p90()),
                latency == null ? "" : Figures.millis(latency.p99()),
                latency == null ? "" : Figures.millis(latency.max())));
    if (queues) {
      row.add(Lines.text("%.1f", s.queue().mean()));
      row.add(Figures.count(s.queue().most()));
    }
    if (retries) {
      row.add(Figures.count(s.retried()));
    }
    return row;
  }

  /** Of programs only what balancers don't tell. */
  void losses(SimulationResult result) {
    Table table = Table.of("lost", "because").right(0);
    List<OfService> all = new ArrayList<>(result.balancers());
    result.programs().stream().filter(p -> !told(p, result.balancers())).forEach(all::add);
    boolean one = all.stream().filter(s -> s.lost() > 0).count() == 1;
    for (OfService s : all) {
      s.losses()
          .forEach((loss, count) ->
              table.row(Figures.count(count), (one ? "" : s.name() + ": ") + why(loss, s)));
    }
    lines.add(table);
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
}
