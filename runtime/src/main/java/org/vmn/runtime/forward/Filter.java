package org.vmn.runtime.forward;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.network.Balancer;
import org.vmn.runtime.network.Member;
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
      all.addAll(clauses(rule, sets));
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

  /**
   * A rule towards a balancer speaks of the virtual address on its port, and of the targets on
   * theirs (language, section 4).
   */
  private static List<Clause> clauses(Policy.Rule rule, EndpointSets sets) {
    List<Clause> clauses = new ArrayList<>();
    IpSet from = sets.addresses(rule.from());
    List<Traffic.Match> traffic =
        rule.traffic() == null ? Traffic.EVERYTHING.matches() : rule.traffic().matches();
    IpSet excluded =
        rule.to().exclude().stream().map(sets::addresses).reduce(IpSet.NONE, IpSet::union);
    IpSet plain = IpSet.NONE;
    for (Member member : rule.to().include()) {
      if (member instanceof Member.Virtual virtual) {
        Balancer balancer = sets.balancer(virtual.balancer());
        if (Translation.serves(balancer, traffic)) {
          clauses.addAll(toBalancer(rule, from, balancer, excluded, sets));
        }
      } else {
        plain = plain.union(sets.addresses(member));
      }
    }
    plain = plain.minus(excluded);
    if (!plain.isEmpty() && !from.isEmpty()) {
      clauses.add(0, new Clause(rule, from, plain, traffic));
    }
    return clauses;
  }

  private static List<Clause> toBalancer(
      Policy.Rule rule, IpSet from, Balancer balancer, IpSet excluded, EndpointSets sets) {
    IpSet virtual = IpSet.of(balancer.address()).minus(excluded);
    if (virtual.isEmpty() || from.isEmpty()) {
      return List.of();
    }
    IpSet targets =
        balancer.targets().stream().map(sets::addresses).reduce(IpSet.NONE, IpSet::union);
    targets = targets.of(balancer.address().family());
    return List.of(
        new Clause(rule, from, virtual, List.of(port(balancer, balancer.port()))),
        new Clause(rule, from, targets, List.of(port(balancer, balancer.targetPort()))));
  }

  private static Traffic.Match port(Balancer balancer, int port) {
    return new Traffic.Match(balancer.protocol(), port, port);
  }
}
