package org.vmn.runtime.campaign;

import java.util.Map;
import java.util.TreeMap;
import org.vmn.runtime.simulate.SimulationResult;
import org.vmn.runtime.simulate.SimulationResult.Latency;
import org.vmn.runtime.simulate.SimulationResult.OfService;
import org.vmn.runtime.simulate.SimulationResult.OfWire;

/** The figures of one run by name, such as {@code www latency p99}: times in milliseconds. */
final class Measures {
  private static final double MILLI = 1e6;

  private final Map<String, Double> figures = new TreeMap<>();

  private Measures() {}

  static Outcome of(SimulationResult result) {
    Measures measures = new Measures();
    result.balancers().forEach(measures::service);
    result.programs().forEach(measures::service);
    result.hosts().forEach(h -> measures.fraction(h.host() + " utilisation", h.utilisation()));
    result.uplinks().forEach(measures::wire);
    result.links().forEach(measures::wire);
    result.verdicts().forEach(measures::expectation);
    return new Outcome(
        measures.figures,
        result.verdicts().stream().map(SimulationResult.Verdict::passed).toList());
  }

  private void service(OfService service) {
    String name = service.name();
    figures.put(name + " throughput", service.servedPerSecond());
    if (service.offered() > 0) {
      figures.put(name + " loss", (double) service.lost() / service.offered());
    }
    Latency latency = service.latency();
    if (latency != null) {
      figures.put(name + " latency mean", latency.mean() / MILLI);
      figures.put(name + " latency p50", latency.p50() / MILLI);
      figures.put(name + " latency p90", latency.p90() / MILLI);
      figures.put(name + " latency p99", latency.p99() / MILLI);
      figures.put(name + " latency p99.9", latency.p999() / MILLI);
    }
  }

  private void wire(OfWire wire) {
    fraction(wire.name() + " out", wire.out());
    fraction(wire.name() + " in", wire.in());
  }

  /** Below 0 stands for a capacity that isn't stated. */
  private void fraction(String name, double fraction) {
    if (fraction >= 0) {
      figures.put(name, fraction);
    }
  }

  private void expectation(SimulationResult.Verdict verdict) {
    Double measured = verdict.measured();
    if (measured != null) {
      boolean time =
          switch (verdict.metric()) {
            case LATENCY, RECOVERY, RPO, RTO -> true;
            case LOSS, THROUGHPUT, AVAILABILITY, UTILISATION -> false;
          };
      figures.put("expect " + verdict.text(), time ? measured / MILLI : measured);
    }
  }
}
