package org.vmn.runtime.forward;

import java.util.ArrayList;
import java.util.Arrays;
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

  /** Of each rule. */
  private final List<List<Clause>> ofRules;

  private final List<Clause> clauses;

  /** That of the policy before an edit, of which parts can be taken over. */
  private final @Nullable Index before;

  private volatile @Nullable Index index;

  Filter(Network network, EndpointSets sets) {
    this(
        network.policy(),
        network.policy().rules().stream().map(rule -> clauses(rule, sets)).toList(),
        null);
  }

  private Filter(Policy policy, List<List<Clause>> ofRules, @Nullable Index before) {
    this.policy = policy;
    this.ofRules = ofRules;
    this.before = before;
    List<Clause> all = new ArrayList<>(ofRules.size());
    ofRules.forEach(all::addAll);
    clauses = List.copyOf(all);
  }

  private static List<Clause> clauses(Policy.Rule rule, EndpointSets sets) {
    List<Selection> selections = Selection.of(rule.from(), rule.to(), rule.traffic(), sets);
    List<Clause> clauses = new ArrayList<>(selections.size());
    for (Selection s : selections) {
      clauses.add(new Clause(rule, s.from(), s.to(), s.traffic()));
    }
    return clauses;
  }

  /**
   * How another policy differs.
   *
   * @param after the filter of the other policy
   * @param removed clauses that are no longer there; one that changed is removed and added
   * @param moved whether a rule that stays is declared elsewhere
   */
  public record Change(Filter after, List<Clause> removed, List<Clause> added, boolean moved) {
    boolean isNone() {
      return removed.isEmpty() && added.isEmpty();
    }
  }

  /**
   * Compares with a policy of which the sets have the same addresses.
   *
   * @param sets what new rules speak of
   */
  Change change(Policy edited, EndpointSets sets) {
    List<Policy.Rule> was = policy.rules();
    List<Policy.Rule> now = edited.rules();
    if (was.equals(now)) {
      boolean moved = !policy.origin().equals(edited.origin());
      return new Change(new Filter(edited, ofRules, made()), List.of(), List.of(), moved);
    }
    int[] pairs = Pairing.of(was, now, Filter::alike, Filter::key);
    List<List<Clause>> all = new ArrayList<>(now.size());
    List<Clause> removed = new ArrayList<>();
    List<Clause> added = new ArrayList<>();
    boolean moved = !policy.origin().equals(edited.origin());
    int next = 0;
    for (int i = 0; i < pairs.length; i++) {
      Policy.Rule rule = now.get(i);
      if (pairs[i] < 0) {
        all.add(clauses(rule, sets));
        added.addAll(all.get(i));
        continue;
      }
      for (; next < pairs[i]; next++) {
        removed.addAll(ofRules.get(next));
      }
      List<Clause> stays = ofRules.get(next++);
      boolean same = was.get(pairs[i]).equals(rule);
      moved |= !same;
      all.add(same ? stays : stays.stream().map(c -> c.of(rule)).toList());
    }
    for (; next < was.size(); next++) {
      removed.addAll(ofRules.get(next));
    }
    return new Change(new Filter(edited, all, made()), removed, added, moved);
  }

  private @Nullable Index made() {
    Index made = index;
    return made == null ? before : made;
  }

  private static boolean alike(Policy.Rule one, Policy.Rule other) {
    return one.equals(other) || key(one).equals(key(other));
  }

  private static Object key(Policy.Rule rule) {
    return Arrays.asList(rule.action(), rule.from(), rule.to(), rule.traffic());
  }

  /**
   * Connections from some addresses to others on some ports. A rule has one or more; it matches
   * when one of them does.
   */
  public record Clause(Policy.Rule rule, IpSet from, IpSet to, List<Traffic.Match> traffic) {
    private Clause of(Policy.Rule like) {
      return new Clause(like, from, to, traffic);
    }

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
              Clauses.of(clauses, Policy.Action.DENY, before == null ? null : before.denies()),
              Clauses.of(clauses, Policy.Action.ALLOW, before == null ? null : before.allows()));
      index = made;
    }
    return made;
  }

  private record Index(Clauses denies, Clauses allows) {}

  /** The clauses of rules with one action, by destination. */
  private record Clauses(List<Clause> all, ByDestination index) {
    static Clauses of(List<Clause> clauses, Policy.Action action, @Nullable Clauses before) {
      List<Clause> of = new ArrayList<>(clauses.size());
      List<IpSet> to = new ArrayList<>(clauses.size());
      for (Clause clause : clauses) {
        if (clause.rule().action() == action) {
          of.add(clause);
          to.add(clause.to());
        }
      }
      return new Clauses(of, new ByDestination(to, before == null ? null : before.index()));
    }

    @Nullable Clause first(Packet packet) {
      int found = index.first(packet.destination(), i -> all.get(i).matches(packet));
      return found < 0 ? null : all.get(found);
    }
  }
}
