package org.vmn.generator.report.metrics;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.vmn.generator.layout.HostLayout;
import org.vmn.generator.layout.Layout;
import org.vmn.generator.layout.Names;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.simulate.SimulationResult.OfLoad.Meter;

/**
 * What the libvirt exporter tells of machines, from the host that each is on: after a migration
 * from another. A machine whose host is down isn't told of.
 */
final class DomainMetrics {
  private static final String DOMAIN = "libvirt_domain_";
  private static final int RUNNING = 1;
  private static final int SHUT_OFF = 5;

  private final Exposition out;
  private final List<Story> stories;
  private final Layout layout;

  DomainMetrics(Exposition out, List<Story> stories, Layout layout) {
    this.out = out;
    this.stories = stories;
    this.layout = layout;
  }

  /** A series' value at a step, numbered from 0, the beginning. */
  private interface OfStep {
    double at(int step);
  }

  /** Something done for every replica of every story. */
  private interface Each {
    void machine(Story story, Machine machine, String name, Labels labels) throws IOException;
  }

  private void each(Each each) throws IOException {
    for (Story story : stories) {
      for (Machine machine : story.network.machines()) {
        for (int i = 0; story.steps() > 0 && i < machine.count(); i++) {
          each.machine(story, machine, machine.ref(i).toString(), labels(story, machine, i));
        }
      }
    }
  }

  private static Labels labels(Story story, Machine machine, int offset) {
    String domain = Names.domain(story.network, machine, offset);
    return story.labels().and("domain", domain).and("job", "libvirt");
  }

  void write() throws IOException {
    out.gauge(DOMAIN + "info_state", "1 where a machine runs, 5 where it is shut off.");
    each((story, machine, name, labels) -> {
      Labels on = labels.and("state_desc", "the domain is running");
      Labels off = labels.and("state_desc", "the domain is shut off");
      samples(story, Presence.running(story, name), on, step -> RUNNING);
      samples(story, Presence.off(story, name), off, step -> SHUT_OFF);
    });
    gauges("Processors of a machine.", Machine::cpu, "info_virtual_cpus", "vcpu_current");
    gauges(
        "Memory that a machine was given.",
        Machine::memoryBytes,
        "info_maximum_memory_bytes",
        "info_memory_usage_bytes",
        "memory_stats_maximum_bytes");
    out.counter(DOMAIN + "info_cpu_time_seconds", "Time that a machine's processors computed.");
    each((story, machine, name, labels) ->
        counter(story, name, labels, story.values(Meter.MACHINE, name)));
    adapters();
  }

  private void gauges(String help, ToDoubleFunction<Machine> value, String... families)
      throws IOException {
    for (String family : families) {
      out.gauge(DOMAIN + family, help);
      each((story, machine, name, labels) -> {
        double is = value.applyAsDouble(machine);
        samples(story, Presence.running(story, name), labels, step -> is);
      });
    }
  }

  private void adapters() throws IOException {
    String stats = DOMAIN + "interface_stats_";
    out.gauge(stats + "info", "The adapters of machines.");
    eachAdapter((story, at, machine, labels) -> {
      Labels more =
          labels
              .and("mac_address", at.nic().mac(at.offset()).toString())
              .and("source_bridge", Names.bridge(story.network));
      samples(story, Presence.running(story, machine), more, step -> 1);
    });
    out.counter(stats + "transmit_bytes", "Bytes that an adapter sent.");
    eachAdapter((story, at, machine, labels) ->
        counter(story, machine, labels, bytes(story, Meter.ADAPTER_OUT, machine, at)));
    out.counter(stats + "receive_bytes", "Bytes that an adapter received.");
    eachAdapter((story, at, machine, labels) ->
        counter(story, machine, labels, bytes(story, Meter.ADAPTER_IN, machine, at)));
  }

  /** Something done for every adapter of every story. */
  private interface EachAdapter {
    void adapter(Story story, HostLayout.Adapter at, String machine, Labels labels)
        throws IOException;
  }

  private void eachAdapter(EachAdapter each) throws IOException {
    for (Story story : stories) {
      for (HostLayout host : layout.hosts()) {
        for (int i = 0; story.steps() > 0 && i < host.adapters().size(); i++) {
          HostLayout.Adapter at = host.adapters().get(i);
          Labels labels = labels(story, at.machine(), at.offset()).and("target_device", at.tap());
          each.adapter(story, at, at.machine().ref(at.offset()).toString(), labels);
        }
      }
    }
  }

  private static List<Double> bytes(
      Story story, Meter meter, String machine, HostLayout.Adapter at) {
    return story.values(meter, machine + "." + at.nic().name());
  }

  /** From what each step added. */
  private void counter(Story story, String machine, Labels labels, List<Double> added)
      throws IOException {
    List<Double> sums = new ArrayList<>(List.of(0.0));
    for (double more : added) {
      sums.add(sums.getLast() + more);
    }
    samples(story, Presence.running(story, machine), labels, sums::get);
  }

  /** A series for each host. */
  private void samples(
      Story story, Map<String, List<Integer>> presence, Labels labels, OfStep value)
      throws IOException {
    for (Map.Entry<String, List<Integer>> at : presence.entrySet()) {
      Labels here = labels.and("instance", at.getKey());
      for (int step : at.getValue()) {
        out.sample(here, story.at(step), value.at(step));
      }
    }
  }
}
