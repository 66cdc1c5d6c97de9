package org.vmn.runtime.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.vmn.runtime.network.Element;
import org.vmn.runtime.network.Event;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Origin;
import org.vmn.runtime.network.Scenario;

/**
 * Failures at random: any element at any time after the warm-up, all equally likely, and back after
 * a tenth of the scenario.
 */
final class RandomFailures {
  static final int MOST = 1000;

  /** How much of the scenario a repair takes. */
  private static final int REPAIR = 10;

  private RandomFailures() {}

  static Scenario added(Network network, Scenario scenario, int count, long seed) {
    if (count == 0) {
      return scenario;
    }
    Elements elements = new Elements(network);
    SplittableRandom random = new SplittableRandom(seed);
    List<Event> events = new ArrayList<>(scenario.events());
    long end = scenario.durationNanos();
    for (int i = 0; i < count; i++) {
      Element element = elements.get(random.nextLong(elements.count()));
      long at = random.nextLong(scenario.warmupNanos(), end);
      events.add(new Event.Fail(at, element, Origin.NONE));
      if (at <= end - end / REPAIR) {
        events.add(new Event.Restore(at + end / REPAIR, element, Origin.NONE));
      }
    }
    return with(scenario, events);
  }

  /** A scenario with other events. */
  static Scenario with(Scenario scenario, List<Event> events) {
    return new Scenario(
        scenario.name(),
        scenario.durationNanos(),
        scenario.warmupNanos(),
        scenario.loads(),
        events,
        scenario.expectations(),
        scenario.origin());
  }
}
