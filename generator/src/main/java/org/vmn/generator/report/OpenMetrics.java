package org.vmn.generator.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vmn.generator.layout.Names;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.simulate.SimulationResult;
import org.vmn.runtime.simulate.SimulationResult.Moment;
import org.vmn.runtime.simulate.SimulationResult.OfLoad;
import org.vmn.runtime.simulate.SimulationResult.OfService;

/**
 * A run as OpenMetrics 1.0 text, with the simulated time as timestamps. Hosts and machines have the
 * names that Prometheus' node exporter and the libvirt exporter give them, so that a dashboard of
 * the real network shows the simulated one: {@code promtool tsdb create-blocks-from openmetrics}.
 */
public final class OpenMetrics {
  private static final double NANOS = 1e9;
  private static final String CPU = "node_cpu_seconds";
  private static final String SENT = "node_network_transmit_bytes";
  private static final String RECEIVED = "node_network_receive_bytes";
  private static final String DOMAIN = "libvirt_domain_info_cpu_time_seconds";
  private static final String REQUESTS = "vmn_requests";
  private static final String OFFERED = "vmn_offered_requests";
  private static final String LATENCY = "vmn_request_latency_p99_seconds";
  private static final String LINK = "vmn_link_bytes";

  private final Network network;
  private final long start;
  private final Map<String, Family> families = new LinkedHashMap<>();
  private final Map<String, String> domains = new LinkedHashMap<>();

  private record Family(String type, String help, StringBuilder samples) {}

  private OpenMetrics(Network network, long start) {
    this.network = network;
    this.start = start;
  }

  /**
   * @param results of one network, with their loads
   * @param startSeconds when the simulated time begins, in seconds since 1970
   */
  public static String of(Network network, List<SimulationResult> results, long startSeconds) {
    OpenMetrics metrics = new OpenMetrics(network, startSeconds);
    metrics.family(CPU, "counter", "Time that the processors of a host spent.");
    metrics.family(SENT, "counter", "Bytes that left a host by an uplink.");
    metrics.family(RECEIVED, "counter", "Bytes that came to a host by an uplink.");
    metrics.family(LINK, "counter", "Bytes over a physical link, from its first end or to it.");
    metrics.family(DOMAIN, "counter", "Time that the processors of a machine computed.");
    metrics.family(OFFERED, "counter", "Requests sent to a balancer or program.");
    metrics.family(REQUESTS, "counter", "Requests that were answered or lost.");
    metrics.family(LATENCY, "gauge", "99th percentile of the moment before.");
    for (Machine machine : network.machines()) {
      for (int i = 0; i < machine.count() && results.stream().anyMatch(r -> loaded(r)); i++) {
        metrics.domains.put(machine.ref(i).toString(), Names.domain(network, machine, i));
      }
    }
    results.forEach(metrics::result);
    return metrics.text();
  }

  private static boolean loaded(SimulationResult result) {
    return !result.loads().all().isEmpty();
  }

  private void family(String name, String type, String help) {
    families.put(name, new Family(type, help, new StringBuilder()));
  }

  private void result(SimulationResult result) {
    for (OfLoad load : result.loads().all()) {
      load(result, load);
    }
    result.balancers().forEach(s -> service(result, s));
    result.programs().forEach(s -> service(result, s));
  }

  private void load(SimulationResult result, OfLoad load) {
    long step = result.loads().stepNanos();
    switch (load.meter()) {
      case HOST -> {
        counter(CPU, result, step, load.values(), "instance", load.name(), "mode", "user");
        if (load.capacity() > 0) {
          List<Double> idle = new ArrayList<>();
          for (double used : load.values()) {
            idle.add(Math.max(0, load.capacity() * step / NANOS - used));
          }
          counter(CPU, result, step, idle, "instance", load.name(), "mode", "idle");
        }
      }
      case MACHINE ->
          counter(
              DOMAIN,
              result,
              step,
              load.values(),
              "domain",
              domains.getOrDefault(load.name(), load.name()),
              "machine",
              load.name());
      case UPLINK_OUT -> uplink(SENT, result, load);
      case UPLINK_IN -> uplink(RECEIVED, result, load);
      case LINK_OUT ->
          counter(LINK, result, step, load.values(), "link", load.name(), "direction", "out");
      case LINK_IN ->
          counter(LINK, result, step, load.values(), "link", load.name(), "direction", "in");
    }
  }

  private void uplink(String family, SimulationResult result, OfLoad load) {
    int dot = load.name().lastIndexOf('.');
    counter(
        family,
        result,
        result.loads().stepNanos(),
        load.values(),
        "instance",
        load.name().substring(0, dot),
        "device",
        load.name().substring(dot + 1));
  }

  private void service(SimulationResult result, OfService service) {
    long bucket = service.timeline().bucketNanos();
    List<Moment> moments = service.timeline().moments();
    counter(OFFERED, result, bucket, counts(moments, Moment::offered), "service", service.name());
    counter(
        REQUESTS,
        result,
        bucket,
        counts(moments, Moment::served),
        "service",
        service.name(),
        "outcome",
        "served");
    counter(
        REQUESTS,
        result,
        bucket,
        counts(moments, Moment::lost),
        "service",
        service.name(),
        "outcome",
        "lost");
    for (int i = 0; i < moments.size(); i++) {
      if (moments.get(i).p99() >= 0) {
        long at = Math.min((i + 1) * bucket, result.durationNanos());
        sample(LATENCY, "", result, at, moments.get(i).p99() / NANOS, "service", service.name());
      }
    }
  }

  private static List<Double> counts(
      List<Moment> moments, java.util.function.ToLongFunction<Moment> count) {
    return moments.stream().map(m -> (double) count.applyAsLong(m)).toList();
  }

  /** From what each step added. */
  private void counter(
      String family, SimulationResult result, long step, List<Double> added, String... labels) {
    double sum = 0;
    long at = 0;
    for (double more : added) {
      sum += more;
      at = Math.min(at + step, result.durationNanos());
      sample(family, "_total", result, at, sum, labels);
    }
  }

  private void sample(
      String family,
      String suffix,
      SimulationResult result,
      long atNanos,
      double value,
      String... labels) {
    Family of = families.get(family);
    if (of == null) {
      throw new IllegalArgumentException(family);
    }
    StringBuilder out = of.samples().append(family).append(suffix).append('{');
    for (int i = 0; i < labels.length; i += 2) {
      out.append(labels[i]).append("=\"").append(escaped(labels[i + 1])).append("\",");
    }
    out.append("network=\"").append(escaped(network.name()));
    out.append("\",scenario=\"").append(escaped(result.scenario())).append("\"} ");
    out.append(number(value)).append(' ');
    out.append(
        BigDecimal.valueOf(start)
            .add(BigDecimal.valueOf(atNanos, 9))
            .stripTrailingZeros()
            .toPlainString());
    out.append('\n');
  }

  private static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? String.valueOf((long) value)
        : String.valueOf(value);
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    families.forEach((name, family) -> {
      if (!family.samples().isEmpty()) {
        text.append("# TYPE ").append(name).append(' ').append(family.type()).append('\n');
        text.append("# HELP ").append(name).append(' ').append(family.help()).append('\n');
        text.append(family.samples());
      }
    });
    return text.append("# EOF\n").toString();
  }
}
