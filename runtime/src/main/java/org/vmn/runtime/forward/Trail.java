package org.vmn.runtime.forward;

import java.util.ArrayList;
import java.util.List;
import org.vmn.runtime.network.Origin;

/** The steps of one direction, as they happen. */
final class Trail {
  private final List<Step> steps = new ArrayList<>();

  List<Step> steps() {
    return steps;
  }

  void add(Step.Kind kind, String where, String what, Packet packet, Origin origin) {
    steps.add(new Step(kind, where, what, packet, origin, null));
  }

  void drop(Step.Cause cause, String where, String what, Packet packet, Origin origin) {
    steps.add(new Step(Step.Kind.DROP, where, what, packet, origin, cause));
  }
}
