package org.vmn.runtime.campaign;

import java.util.ArrayList;
import java.util.List;
import org.vmn.runtime.network.Element;
import org.vmn.runtime.network.Event;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Origin;
import org.vmn.runtime.network.Scenario;

/** A variant for every failure that a network may have, besides the one without any. */
public final class Faults {
  /** When they fail: after this part of the scenario. */
  private static final int PART = 3;

  private Faults() {}

  /** How many variants {@link #of} gives. */
  public static long count(Network network, int together) {
    long n = new Elements(network).count();
    return together == 1 ? 1 + n : 1 + n + n * (n - 1) / 2;
  }

  /**
   * The variant as it is, then with each element failing after a third of the scenario, then, for
   * two together, with each pair.
   *
   * @param together 1 or 2
   */
  public static List<Variant> of(Variant base, int together) {
    Elements elements = new Elements(base.network());
    List<Variant> variants = new ArrayList<>();
    variants.add(labelled(base, "no failure", List.of()));
    for (int i = 0; i < elements.count(); i++) {
      Element one = elements.get(i);
      variants.add(labelled(base, one.text(), List.of(one)));
    }
    for (int i = 0; together > 1 && i < elements.count(); i++) {
      for (int j = i + 1; j < elements.count(); j++) {
        Element one = elements.get(i);
        Element other = elements.get(j);
        variants.add(labelled(base, one.text() + " + " + other.text(), List.of(one, other)));
      }
    }
    return variants;
  }

  private static Variant labelled(Variant base, String label, List<Element> failing) {
    Scenario scenario = base.scenario();
    List<Event> events = new ArrayList<>(scenario.events());
    long at = scenario.durationNanos() / PART;
    failing.forEach(element -> events.add(new Event.Fail(at, element, Origin.NONE)));
    String all = base.label().isEmpty() ? label : base.label() + ", " + label;
    return new Variant(all, base.network(), RandomFailures.with(scenario, events), base.failures());
  }
}
