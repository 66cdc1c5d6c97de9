package org.vmn.runtime.forward;

import java.util.ArrayList;
import java.util.List;
import org.vmn.runtime.network.Origin;
import org.vmn.runtime.network.Policy;

/** The steps of one direction, as they happen. */
final class Trail {
  /** More routers than any packet may pass: what a guest's initial time to live allows. */
  static final int MOST_HOPS = 64;

  private final List<Step> steps = new ArrayList<>();

  List<Step> steps() {
    return steps;
  }

  void add(Step.Kind kind, String where, String what, Packet packet, Origin origin) {
    steps.add(new Step(kind, where, what, packet, origin));
  }

  void drop(String where, String what, Packet packet, Origin origin) {
    add(Step.Kind.DROP, where, what, packet, origin);
  }

  /** Asks the policy; true when the packet may go on. */
  boolean filter(Filter filter, String where, Packet packet) {
    Filter.Decision decision = filter.decide(packet);
    Policy.Rule rule = decision.rule();
    String words =
        rule == null
            ? "policy default " + (decision.permitted() ? "allow" : "deny")
            : RuleText.of(rule);
    Origin origin = rule == null ? filter.policy().origin() : rule.origin();
    add(decision.permitted() ? Step.Kind.PERMIT : Step.Kind.DROP, where, words, packet, origin);
    return decision.permitted();
  }
}
