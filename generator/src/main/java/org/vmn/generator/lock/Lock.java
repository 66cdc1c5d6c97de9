package org.vmn.generator.lock;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The facts of all networks whose sources share a folder. Immutable. */
public final class Lock {
  public static final Lock EMPTY = new Lock(List.of());

  private final SortedSet<Fact> facts;
  private final TreeMap<Key, List<String>> values = new TreeMap<>();

  private record Key(String network, Fact.Kind kind, String owner) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      return new Fact(network, kind, owner, "")
          .compareTo(new Fact(other.network, other.kind, other.owner, ""));
    }
  }

  public Lock(List<Fact> facts) {
    this.facts = new TreeSet<>(facts);
    for (Fact fact : this.facts) {
      values
          .computeIfAbsent(
              new Key(fact.network(), fact.kind(), fact.owner()), k -> new ArrayList<>())
          .add(fact.value());
    }
  }

  /** In order, each once. */
  public List<Fact> facts() {
    return List.copyOf(facts);
  }

  /** What was chosen, in order; empty when nothing was. */
  public List<String> values(String network, Fact.Kind kind, String owner) {
    return values.getOrDefault(new Key(network, kind, owner), List.of());
  }

  /** All that was chosen of a kind for a network, in order of the owners. */
  public List<Fact> of(String network, Fact.Kind kind) {
    return facts.stream().filter(f -> f.network().equals(network) && f.kind() == kind).toList();
  }

  /** This lock with another's facts in place of its own about one network. */
  public Lock with(String network, Lock chosen) {
    List<Fact> all = new ArrayList<>();
    facts.stream().filter(f -> !f.network().equals(network)).forEach(all::add);
    chosen.facts.stream().filter(f -> f.network().equals(network)).forEach(all::add);
    return new Lock(all);
  }

  /** The facts that this lock has and another lacks. */
  public List<Fact> without(Lock other) {
    return facts.stream().filter(f -> !other.facts.contains(f)).toList();
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
