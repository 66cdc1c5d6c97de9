package org.vmn.generator.lock;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The facts of all networks whose sources share a folder. Immutable. */
public final class Lock {
  public static final Lock EMPTY = new Lock(List.of());

  private final List<Fact> facts;
  private final Map<Key, List<String>> values = new HashMap<>();

  private record Key(String network, Fact.Kind kind, String owner) {}

  public Lock(List<Fact> facts) {
    this.facts = facts.stream().sorted().distinct().toList();
    for (Fact fact : this.facts) {
      values
          .computeIfAbsent(
              new Key(fact.network(), fact.kind(), fact.owner()), k -> new ArrayList<>(1))
          .add(fact.value());
    }
  }

  /** In order, each once. */
  public List<Fact> facts() {
    return facts;
  }

  /** What was chosen, in order; empty when nothing was. */
  public List<String> values(String network, Fact.Kind kind, String owner) {
    return values.getOrDefault(new Key(network, kind, owner), List.of());
  }

  /** All that was chosen of a kind for a network, in order of the owners. */
  public List<Fact> of(String network, Fact.Kind kind) {
    return facts.stream().filter(f -> f.network().equals(network) && f.kind() == kind).toList();
  }

  /** This lock with these facts in place of its own about their network. */
  public Lock with(String network, List<Fact> chosen) {
    List<Fact> all = new ArrayList<>(chosen);
    facts.stream().filter(f -> !f.network().equals(network)).forEach(all::add);
    return new Lock(all);
  }

  /** The facts that this lock has and another lacks. */
  public List<Fact> without(Lock other) {
    Set<Fact> theirs = new HashSet<>(other.facts);
    return facts.stream().filter(f -> !theirs.contains(f)).toList();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Lock lock && facts.equals(lock.facts);
  }

  @Override
  public int hashCode() {
    return facts.hashCode();
  }
}
