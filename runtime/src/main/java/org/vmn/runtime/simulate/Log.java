package org.vmn.runtime.simulate;

import java.util.ArrayList;
import java.util.List;

/** What happened, in order. */
final class Log {
  /** Nobody reads more. */
  private static final int MOST = 100_000;

  private final List<SimulationResult.Happening> happenings = new ArrayList<>();

  void add(long now, SimulationResult.Happening.Kind kind, Object element, String text) {
    if (happenings.size() < MOST) {
      happenings.add(new SimulationResult.Happening(now, kind, element.toString(), text));
    }
  }

  List<SimulationResult.Happening> happenings() {
    return happenings;
  }
}
