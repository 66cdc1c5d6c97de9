package org.vmn.generator.report.metrics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vmn.runtime.simulate.SimulationResult.OfLoad.Meter;

/** At which steps a machine was on which host, by the host's name. */
final class Presence {
  private Presence() {}

  /** While it runs. */
  static Map<String, List<Integer>> running(Story story, String machine) {
    return of(story, machine, true);
  }

  /** While it is off, on the host where it ran last, if that is up. */
  static Map<String, List<Integer>> off(Story story, String machine) {
    return of(story, machine, false);
  }

  private static Map<String, List<Integer>> of(Story story, String machine, boolean runs) {
    Map<String, List<Integer>> steps = new LinkedHashMap<>();
    List<Double> places = story.values(Meter.PLACE, machine);
    int last = 0;
    for (int step = 0; step <= story.steps(); step++) {
      int place = places.get(Math.max(0, step - 1)).intValue();
      last = place > 0 ? place : last;
      if (last > 0 && runs == place > 0) {
        String host = story.hosts.get(last - 1).toString();
        if (story.level(Meter.UP, host, step) > 0) {
          steps.computeIfAbsent(host, h -> new ArrayList<>()).add(step);
        }
      }
    }
    return steps;
  }
}
