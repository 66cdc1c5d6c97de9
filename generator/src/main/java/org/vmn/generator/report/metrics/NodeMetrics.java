package org.vmn.generator.report.metrics;

import java.io.IOException;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.vmn.runtime.network.Host;
import org.vmn.runtime.network.Ref;
import org.vmn.runtime.network.Uplink;
import org.vmn.runtime.simulate.SimulationResult.OfLoad.Meter;

/**
 * What node exporter tells of hosts. A host that is down tells nothing, but for {@code up}, which
 * is Prometheus' own. Machines compute in mode {@code user}, evenly on all processors.
 */
final class NodeMetrics {
  private static final String[] NO_MEMORY = {
    "Buffers", "Cached", "SReclaimable", "SwapTotal", "SwapFree"
  };

  private final Exposition out;
  private final List<Story> stories;
  private final long start;

  NodeMetrics(Exposition out, List<Story> stories, long startSeconds) {
    this.out = out;
    this.stories = stories;
    start = startSeconds;
  }

  /** Something done for every host of every story. */
  private interface Each {
    void host(Story story, Host host, String name, Labels labels) throws IOException;
  }

  private void each(Each each) throws IOException {
    for (Story story : stories) {
      for (Host host : story.network.hosts()) {
        for (int i = 0; story.steps() > 0 && i < host.replicas().count(); i++) {
          Ref ref = host.replicas().ref(host.name(), i);
          Labels labels = story.labels().and("instance", ref.toString()).and("job", "node");
          each.host(story, host, ref.toString(), labels);
        }
      }
    }
  }

  void write() throws IOException {
    out.gauge("up", "Whether the exporter of a host answers.");
    each((story, host, name, labels) -> {
      for (int step = 0; step <= story.steps(); step++) {
        out.sample(labels, story.at(step), story.level(Meter.UP, name, step));
      }
    });
    out.gauge("node_uname_info", "Which host it is.");
    each(
        (story, host, name, labels) -> gauge(story, name, labels.and("nodename", name), step -> 1));
    out.gauge("node_time_seconds", "The simulated time.");
    each((story, host, name, labels) ->
        gauge(story, name, labels, step -> start + story.at(step) / 1e9));
    out.gauge("node_boot_time_seconds", "When the host came up last, as far as the story tells.");
    each(
        (story, host, name, labels) -> gauge(story, name, labels, step -> boot(story, name, step)));
    processors();
    memory();
    uplinks();
  }

  /** A series' value at a step, numbered from 0, the beginning. */
  private interface OfStep {
    double at(int step);
  }

  /** While the host is up. */
  private void gauge(Story story, String host, Labels labels, OfStep value) throws IOException {
    for (int step = 0; step <= story.steps(); step++) {
      if (story.level(Meter.UP, host, step) > 0) {
        out.sample(labels, story.at(step), value.at(step));
      }
    }
  }

  private double boot(Story story, String host, int step) {
    int from = step;
    while (from > 0 && story.level(Meter.UP, host, from - 1) > 0) {
      from--;
    }
    return start + story.at(from) / 1e9;
  }

  /** What was done so far; a host that is down does nothing. */
  private void counter(Story story, String host, Labels labels, OfStep added) throws IOException {
    double sum = 0;
    for (int step = 0; step <= story.steps(); step++) {
      sum += step == 0 ? 0 : added.at(step);
      if (story.level(Meter.UP, host, step) > 0) {
        out.sample(labels, story.at(step), sum);
      }
    }
  }

  private void processors() throws IOException {
    out.counter("node_cpu_seconds", "Time that each processor of a host spent.");
    each((story, host, name, labels) -> {
      List<Double> used = story.values(Meter.HOST, name);
      int count = Math.max(1, host.cpu());
      OfStep busy = step -> used.get(step - 1) / count;
      for (int cpu = 0; cpu < count; cpu++) {
        Labels one = labels.and("cpu", String.valueOf(cpu));
        counter(story, name, one.and("mode", "user"), busy);
        if (host.cpu() > 0) {
          OfStep idle = step -> Math.max(0, story.seconds(step) - busy.at(step));
          counter(story, name, one.and("mode", "idle"), idle);
        }
      }
    });
  }

  private void memory() throws IOException {
    out.gauge("node_memory_MemTotal_bytes", "Memory of a host.");
    memory((story, host, name) -> step -> host.memoryBytes());
    String help = "What the machines that run on a host leave of its memory.";
    for (String which : List.of("MemFree", "MemAvailable")) {
      out.gauge("node_memory_" + which + "_bytes", help);
      memory((story, host, name) ->
          step -> Math.max(0, host.memoryBytes() - story.level(Meter.MEMORY, name, step)));
    }
    for (String which : NO_MEMORY) {
      out.gauge("node_memory_" + which + "_bytes", "None is simulated.");
      memory((story, host, name) -> step -> 0);
    }
  }

  private interface OfMemory {
    OfStep of(Story story, Host host, String name);
  }

  private void memory(OfMemory value) throws IOException {
    each((story, host, name, labels) -> {
      if (host.memoryBytes() > 0) {
        gauge(story, name, labels, value.of(story, host, name));
      }
    });
  }

  private void uplinks() throws IOException {
    out.counter("node_network_transmit_bytes", "Bytes that left a host by an uplink.");
    bytes(Meter.UPLINK_OUT);
    out.counter("node_network_receive_bytes", "Bytes that came to a host by an uplink.");
    bytes(Meter.UPLINK_IN);
    out.gauge("node_network_speed_bytes", "Bytes a second that an uplink carries.");
    uplinks(u -> u.bitsPerSecond() / 8.0);
    out.gauge("node_network_mtu_bytes", "Bytes of the largest packet of an uplink.");
    uplinks(Uplink::mtu);
  }

  private void bytes(Meter meter) throws IOException {
    each((story, host, name, labels) -> {
      for (Uplink uplink : host.uplinks()) {
        List<Double> values = story.values(meter, name + "." + uplink.name());
        counter(story, name, labels.and("device", uplink.name()), step -> values.get(step - 1));
      }
    });
  }

  private void uplinks(ToDoubleFunction<Uplink> value) throws IOException {
    each((story, host, name, labels) -> {
      for (Uplink uplink : host.uplinks()) {
        double is = value.applyAsDouble(uplink);
        if (is > 0) {
          gauge(story, name, labels.and("device", uplink.name()), step -> is);
        }
      }
    });
  }
}
