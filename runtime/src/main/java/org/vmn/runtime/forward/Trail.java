package org.vmn.runtime.forward;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.vmn.runtime.network.Origin;

/** The steps of one direction, as they happen. */
final class Trail {
  private final List<Step> steps = new ArrayList<>();

  List<Step> steps() {
    return steps;
  }

  /** What rule lists permitted so far, each once. */
  Set<Permit> permits() {
    Set<Permit> permits = new HashSet<>();
    for (Step step : steps) {
      if (step.kind() == Step.Kind.PERMIT) {
        permits.add(new Permit(step.where(), step.packet()));
      }
    }
    return permits;
  }

  record Permit(String where, Packet packet) {}

  void add(Step.Kind kind, String where, String what, Packet packet, Origin origin) {
    steps.add(new Step(kind, where, what, packet, origin, null));
  }

  void drop(Step.Cause cause, String where, String what, Packet packet, Origin origin) {
    steps.add(new Step(Step.Kind.DROP, where, what, packet, origin, cause));
  }
}
