package org.vmn.generator.report.metrics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vmn.runtime.network.Host;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Ref;
import org.vmn.runtime.simulate.SimulationResult;
import org.vmn.runtime.simulate.SimulationResult.OfLoad;
import org.vmn.runtime.simulate.SimulationResult.OfLoad.Meter;

/** One run, step by step. */
final class Story {
  final Network network;
  final SimulationResult result;

  /** All hosts, in the order of their numbers. */
  final List<Ref> hosts = new ArrayList<>();

  private final Map<Meter, Map<String, List<Double>>> loads = new HashMap<>();
  private final int steps;

  Story(Network network, SimulationResult result) {
    this.network = network;
    this.result = result;
    for (Host host : network.hosts()) {
      for (int i = 0; i < host.replicas().count(); i++) {
        hosts.add(host.replicas().ref(host.name(), i));
      }
    }
    int most = 0;
    for (OfLoad load : result.loads().all()) {
      loads.computeIfAbsent(load.meter(), m -> new HashMap<>()).put(load.name(), load.values());
      most = Math.max(most, load.values().size());
    }
    steps = most;
  }

  int steps() {
    return steps;
  }

  /** When a step ends, numbered from 1; 0 is the beginning. */
  long at(int step) {
    return Math.min(step * result.loads().stepNanos(), result.durationNanos());
  }

  /** How long a step took. */
  double seconds(int step) {
    return (at(step) - at(step - 1)) / 1e9;
  }

  /** Step by step; zeros where nothing was done. */
  List<Double> values(Meter meter, String name) {
    List<Double> none = Collections.nCopies(steps, 0.0);
    return loads.getOrDefault(meter, Map.of()).getOrDefault(name, none);
  }

  /** A level at the end of a step; at the beginning it is what it is after the first. */
  double level(Meter meter, String name, int step) {
    return values(meter, name).get(Math.max(0, step - 1));
  }

  /** What tells this network's and this story's series from others. */
  Labels labels() {
    return Labels.NONE.and("network", network.name()).and("scenario", result.scenario());
  }
}
