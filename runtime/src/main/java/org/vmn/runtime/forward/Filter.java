package org.vmn.runtime.forward;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
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
  /** Of more that changed at once, the index is made anew. */
  private static final int MOST_CHANGES = 64;

  private final Policy policy;

  /** Of each rule. */
  private final List<List<Clause>> ofRules;

  private volatile @Nullable List<Clause> clauses;

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
  }

  /** Of which the index is known. */
  private Filter(Policy policy, List<List<Clause>> ofRules, Index before, Index index) {
    this(policy, ofRules, before);
    this.index = index;
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
    Differences found = new Differences(!policy.origin().equals(edited.origin()));
    Filter after =
        was.size() == now.size()
            ? inPlace(edited, sets, found)
            : new Filter(edited, paired(was, now, sets, found), made());
    return new Change(after, found.removed, found.added, found.moved);
  }

  private static final class Differences {
    private final List<Clause> removed = new ArrayList<>();
    private final List<Clause> added = new ArrayList<>();
    private boolean moved;

    Differences(boolean moved) {
      this.moved = moved;
    }
  }

  /** With as many rules, of which most are the same objects. */
  @SuppressWarnings("ReferenceEquality") // Of thousands of rules an edit changes one.
  private Filter inPlace(Policy edited, EndpointSets sets, Differences found) {
    List<Policy.Rule> was = policy.rules();
    List<Policy.Rule> now = edited.rules();
    List<List<Clause>> all = ofRules;
    @Nullable Index known = made();
    @Nullable Index after = index;
    for (int i = 0; i < now.size(); i++) {
      Policy.Rule rule = now.get(i);
      if (was.get(i) == rule || was.get(i).equals(rule)) {
        continue;
      }
      if (all == ofRules) {
        all = new ArrayList<>(ofRules);
      }
      if (alike(was.get(i), rule)) {
        found.moved = true;
        all.set(i, ofRules.get(i).stream().map(c -> c.of(rule)).toList());
      } else {
        all.set(i, clauses(rule, sets));
        found.removed.addAll(ofRules.get(i));
        found.added.addAll(all.get(i));
        after =
            after == null || found.added.size() > MOST_CHANGES
                ? null
                : after.changed(i, ofRules.get(i), all.get(i));
      }
    }
    return known == null || after == null
        ? new Filter(edited, all, known)
        : new Filter(edited, all, known, after);
  }

  private List<List<Clause>> paired(
      List<Policy.Rule> was, List<Policy.Rule> now, EndpointSets sets, Differences found) {
    int[] pairs = Pairing.of(was, now, Filter::alike, Filter::key);
    List<List<Clause>> all = new ArrayList<>(now.size());
    int next = 0;
    for (int i = 0; i < pairs.length; i++) {
      Policy.Rule rule = now.get(i);
      if (pairs[i] < 0) {
        all.add(clauses(rule, sets));
        found.added.addAll(all.get(i));
        continue;
      }
      for (; next < pairs[i]; next++) {
        found.removed.addAll(ofRules.get(next));
      }
      List<Clause> stays = ofRules.get(next++);
      boolean same = was.get(pairs[i]).equals(rule);
      found.moved |= !same;
      all.add(same ? stays : stays.stream().map(c -> c.of(rule)).toList());
    }
    for (; next < was.size(); next++) {
      found.removed.addAll(ofRules.get(next));
    }
    return all;
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
    List<Clause> made = clauses;
    if (made == null) {
      made = ofRules.stream().flatMap(List::stream).toList();
      clauses = made;
    }
    return made;
  }

  public Decision decide(Packet packet) {
    int denying = first(index().denies(), packet);
    if (denying >= 0) {
      return new Decision(false, policy.rules().get(denying));
    }
    int allowing = first(index().allows(), packet);
    return new Decision(
        allowing >= 0 || policy.allowByDefault(),
        allowing < 0 ? null : policy.rules().get(allowing));
  }

  private int first(ByDestination rules, Packet packet) {
    return rules.first(packet.destination(), rule -> matches(ofRules.get(rule), packet));
  }

  /** Whether one of a rule's clauses matches, where one of them is about the destination. */
  private static boolean matches(List<Clause> clauses, Packet packet) {
    if (clauses.size() == 1) {
      return clauses.get(0).matches(packet);
    }
    for (Clause clause : clauses) {
      if (clause.matches(packet) && clause.to().contains(packet.destination())) {
        return true;
      }
    }
    return false;
  }

  /** Made when somebody asks: to prove most claims no packet is followed. */
  private Index index() {
    Index made = index;
    if (made == null) {
      made =
          new Index(
              index(Policy.Action.DENY, before == null ? null : before.denies()),
              index(Policy.Action.ALLOW, before == null ? null : before.allows()));
      index = made;
    }
    return made;
  }

  private ByDestination index(Policy.Action action, @Nullable ByDestination before) {
    List<Policy.Rule> rules = policy.rules();
    int[] positions =
        IntStream.range(0, rules.size())
            .filter(i -> rules.get(i).action() == action)
            .flatMap(i -> IntStream.generate(() -> i).limit(ofRules.get(i).size()))
            .toArray();
    List<IpSet> to =
        IntStream.range(0, rules.size())
            .filter(i -> rules.get(i).action() == action)
            .mapToObj(ofRules::get)
            .flatMap(List::stream)
            .map(Clause::to)
            .toList();
    return new ByDestination(positions, to, before);
  }

  /** The positions of rules, by what they are about. */
  private record Index(ByDestination denies, ByDestination allows) {
    @Nullable Index changed(int position, List<Clause> was, List<Clause> now) {
      @Nullable ByDestination otherDenies = changed(denies, Policy.Action.DENY, position, was, now);
      @Nullable ByDestination otherAllows =
          changed(allows, Policy.Action.ALLOW, position, was, now);
      return otherDenies == null || otherAllows == null
          ? null
          : new Index(otherDenies, otherAllows);
    }

    private static @Nullable ByDestination changed(
        ByDestination rules,
        Policy.Action action,
        int position,
        List<Clause> was,
        List<Clause> now) {
      List<IpSet> fewer = to(was, action);
      List<IpSet> more = to(now, action);
      return fewer.isEmpty() && more.isEmpty() ? rules : rules.changed(position, fewer, more);
    }

    private static List<IpSet> to(List<Clause> clauses, Policy.Action action) {
      return clauses.stream().filter(c -> c.rule().action() == action).map(Clause::to).toList();
    }
  }
}
