package org.vmn.runtime.forward;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Policy;
import org.vmn.runtime.network.Traffic;
import org.vmn.runtime.value.IpSet;

/**
 * The policy as a predicate on packets. It is asked at the adapter that sends and at the adapter
 * that receives, each time with the addresses seen there; the predicate is the same at every
 * adapter.
 */
public final class Filter {
  private final Policy policy;
  private final List<Clause> clauses;

  Filter(Network network, EndpointSets sets) {
    policy = network.policy();
    List<Clause> all = new ArrayList<>();
    for (Policy.Rule rule : policy.rules()) {
      for (Selection s : Selection.of(rule.from(), rule.to(), rule.traffic(), sets)) {
        all.add(new Clause(rule, s.from(), s.to(), s.traffic()));
      }
    }
    clauses = List.copyOf(all);
  }

  /**
   * Connections from some addresses to others on some ports. A rule has one or more; it matches
   * when one of them does.
   */
  public record Clause(Policy.Rule rule, IpSet from, IpSet to, List<Traffic.Match> traffic) {
    boolean matches(Packet packet) {
      return from.contains(packet.source())
          && to.contains(packet.destination())
          && traffic.stream().anyMatch(packet::is);
    }
  }

  /**
   * What the policy says of a packet.
   *
   * @param rule the rule that decides, or null for the default
   */
  public record Decision(boolean permitted, Policy.@Nullable Rule rule) {}

  public Policy policy() {
    return policy;
  }

  /** In order of the rules; the order has no meaning. */
  public List<Clause> clauses() {
    return clauses;
  }

  public Decision decide(Packet packet) {
    Policy.@Nullable Rule allowing = null;
    for (Clause clause : clauses) {
      boolean deny = clause.rule().action() == Policy.Action.DENY;
      if ((deny || allowing == null) && clause.matches(packet)) {
        if (deny) {
          return new Decision(false, clause.rule());
        }
        allowing = clause.rule();
      }
    }
    return new Decision(allowing != null || policy.allowByDefault(), allowing);
  }
}
