package org.vmn.generator.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.vmn.generator.text.Figures;
import org.vmn.runtime.simulate.SimulationResult;
import org.vmn.runtime.simulate.SimulationResult.Latency;
import org.vmn.runtime.simulate.SimulationResult.OfService;
import org.vmn.runtime.simulate.SimulationResult.OfWire;
import org.vmn.runtime.simulate.SimulationResult.Verdict;

/** The figures of a run as tables of a page. */
final class ResultTables {
  /** Of each table; the files beside the page have all. */
  private static final int MOST = 1000;

  private final SimulationResult result;
  private final Html page;

  ResultTables(SimulationResult result, Html page) {
    this.result = result;
    this.page = page;
  }

  void expectations() {
    List<List<String>> rows = new ArrayList<>();
    List<String> styles = new ArrayList<>();
    for (Verdict v : result.verdicts()) {
      String origin = v.origin().isKnown() ? v.origin().file() + ":" + v.origin().line() : "";
      rows.add(List.of(v.passed() ? "met" : "missed", v.text(), v.explanation(), v.help(), origin));
      styles.add(v.passed() ? "good" : "bad");
    }
    page.table(
        "Expectations",
        List.of("", "expected", "measured", "what would change it", "source"),
        rows,
        styles);
  }

  void figures() {
    page.table(
        "Requests",
        "to|#offered|#served|#lost|#loss|#unanswered|#tried"
            + " again|#served/s|#p50|#p90|#p99|#p99.9|#max|#waiting, mean|#at most",
        rows(
            Stream.concat(result.balancers().stream(), result.programs().stream())
                .map(ResultTables::service)));
    page.table("Why requests were lost", "of|#requests|because|decided by", losses());
    page.table(
        "Machines",
        "machine|#answers|#busy|",
        rows(
            result.machines().stream()
                .map(m ->
                    List.of(
                        m.machine().toString(),
                        Figures.count(m.served()),
                        Figures.percent(m.utilisation()),
                        m.fate()))));
    page.table(
        "Hosts",
        "host|#busy",
        rows(
            result.hosts().stream()
                .map(h -> List.of(h.host().toString(), share(h.utilisation())))));
    page.table("Uplinks", "uplink|#sent|#used|#received|#used", wires(result.uplinks()));
    page.table("Links", "link|#sent|#used|#received|#used", wires(result.links()));
  }

  void events() {
    page.table(
        "What happened",
        "#at|to|what",
        rows(
            result.happenings().stream()
                .map(h -> List.of(seconds(h.atNanos(), 3), h.element(), h.text()))));
    page.table(
        "Machines that ran again elsewhere",
        "machine|#failed at|#lost work of (RPO)|#ran again after (RTO)",
        rows(
            result.takeovers().stream()
                .map(t ->
                    List.of(
                        t.machine().toString(),
                        seconds(t.failedAtNanos(), 3),
                        seconds(t.rpoNanos(), 1),
                        t.rtoNanos() < 0 ? "not by the end" : seconds(t.rtoNanos(), 1)))));
    page.table(
        "One request, hop by hop",
        "#at|where|what",
        rows(
            result.trace().stream()
                .map(h ->
                    List.of(
                        seconds(h.atNanos(), 6), "  ".repeat(h.depth()) + h.where(), h.what()))));
  }

  private static List<List<String>> rows(Stream<List<String>> rows) {
    return rows.limit(MOST).toList();
  }

  static String seconds(long nanos, int digits) {
    return String.format(Locale.ROOT, "%." + digits + "f s", nanos / 1e9);
  }

  private static List<String> service(OfService s) {
    Latency l = s.latency();
    return List.of(
        s.name(),
        Figures.count(s.offered()),
        Figures.count(s.served()),
        Figures.count(s.lost()),
        s.offered() == 0
            ? ""
            : String.format(Locale.ROOT, "%.3f %%", 100.0 * s.lost() / s.offered()),
        Figures.count(s.inFlight()),
        Figures.count(s.retried()),
        String.format(Locale.ROOT, "%.1f", s.servedPerSecond()),
        l == null ? "" : Figures.millis(l.p50()),
        l == null ? "" : Figures.millis(l.p90()),
        l == null ? "" : Figures.millis(l.p99()),
        l == null ? "" : Figures.millis(l.p999()),
        l == null ? "" : Figures.millis(l.max()),
        String.format(Locale.ROOT, "%.1f", s.queue().mean()),
        Figures.count(s.queue().most()));
  }

  private List<List<String>> losses() {
    List<List<String>> rows = new ArrayList<>();
    Stream.concat(result.balancers().stream(), result.programs().stream())
        .forEach(s ->
            s.losses()
                .forEach((loss, count) -> {
                  List<String> by =
                      s.refusals().stream()
                          .filter(r -> r.loss() == loss)
                          .map(r -> r.where() + " " + r.what())
                          .toList();
                  rows.add(
                      List.of(s.name(), Figures.count(count), loss.words(), String.join("; ", by)));
                }));
    return rows;
  }

  private static List<List<String>> wires(List<OfWire> wires) {
    return rows(
        wires.stream()
            .map(w ->
                List.of(
                    w.name(),
                    Figures.bytes(w.bytesOut()),
                    share(w.out()),
                    Figures.bytes(w.bytesIn()),
                    share(w.in()))));
  }

  private static String share(double used) {
    return used < 0 ? "" : Figures.percent(used);
  }
}
