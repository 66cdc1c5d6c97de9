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
  private volatile @Nullable Index index;

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
    /** Asked of packets whose destination matches. */
    boolean matches(Packet packet) {
      return packet.isAny(traffic) && from.contains(packet.source());
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
    Clause denying = index().denies().first(packet);
    if (denying != null) {
      return new Decision(false, denying.rule());
    }
    Clause allowing = index().allows().first(packet);
    return new Decision(
        allowing != null || policy.allowByDefault(), allowing == null ? null : allowing.rule());
  }

  /** Made when somebody asks: to prove most claims no packet is followed. */
  private Index index() {
    Index made = index;
    if (made == null) {
      made =
          new Index(
              Clauses.of(clauses, Policy.Action.DENY), Clauses.of(clauses, Policy.Action.ALLOW));
      index = made;
    }
    return made;
  }

  private record Index(Clauses denies, Clauses allows) {}

  /** The clauses of rules with one action, by destination. */
  private record Clauses(List<Clause> all, ByDestination index) {
    static Clauses of(List<Clause> clauses, Policy.Action action) {
      List<Clause> of = clauses.stream().filter(c -> c.rule().action() == action).toList();
      return new Clauses(of, new ByDestination(of.stream().map(Clause::to).toList()));
    }

    @Nullable Clause first(Packet packet) {
      int found = index.first(packet.destination(), i -> all.get(i).matches(packet));
      return found < 0 ? null : all.get(found);
    }
  }
}
