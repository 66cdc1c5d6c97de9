package org.vmn.runtime.prove.classes;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Machines that no table tells apart. The legs are what they send from and receive on: one for each
 * address.
 */
public final class EndpointClass {
  private final int number;
  private final List<Replicas> members = new ArrayList<>();
  private final List<Leg> legs = new ArrayList<>();

  EndpointClass(int number) {
    this.number = number;
  }

  void add(Replicas replicas) {
    members.add(replicas);
  }

  void add(Leg leg) {
    legs.add(leg);
  }

  public int number() {
    return number;
  }

  /** In order of declaration. */
  public List<Replicas> members() {
    return members;
  }

  /** Lowest addresses first; those that it can only forge come last. */
  public List<Leg> legs() {
    return legs;
  }

  /** Whether it stands for more than one machine. */
  public boolean several() {
    return members.size() > 1 || members.get(0).count() > 1;
  }

  /** Its first machine. */
  public Replica first() {
    return new Replica(members.get(0).machine(), members.get(0).first());
  }

  /** Its first machine that is another than the given one, or null when it is the only one. */
  public @Nullable Replica otherThan(@Nullable Replica one) {
    if (one == null || !first().is(one)) {
      return first();
    }
    Replicas block = members.get(0);
    if (block.count() > 1) {
      return new Replica(block.machine(), block.first() + 1);
    }
    return members.size() > 1
        ? new Replica(members.get(1).machine(), members.get(1).first())
        : null;
  }
}
