package org.vmn.runtime.prove.sides;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.network.Nic;
import org.vmn.runtime.prove.classes.EndpointClass;
import org.vmn.runtime.prove.classes.Leg;
import org.vmn.runtime.prove.classes.Replica;
import org.vmn.runtime.value.Ip;

/**
 * Machines of one endpoint class that a side means, and which of their addresses. They are alike,
 * so the first two stand for all: one to connect from or to, and another where both sides mean the
 * same machine.
 */
public final class Use {
  private final EndpointClass endpoints;
  private final List<Leg> legs;
  private Replica first;
  private @Nullable Replica second;

  Use(EndpointClass endpoints, List<Leg> legs, Replica first) {
    this.endpoints = endpoints;
    this.legs = List.copyOf(legs);
    this.first = first;
  }

  /** The same machines, of which one address is meant. */
  Use only(Leg leg) {
    Use use = new Use(endpoints, List.of(leg), first);
    use.second = second;
    return use;
  }

  /** Adds the replicas {@code from} to {@code last} of the declaration of {@code from}. */
  void add(Replica from, int last) {
    addOne(from);
    if (last > from.offset()) {
      addOne(new Replica(from.machine(), from.offset() + 1));
    }
  }

  private void addOne(Replica replica) {
    if (replica.is(first) || second != null && replica.is(second)) {
      return;
    }
    if (address(replica).compareTo(address(first)) < 0) {
      second = first;
      first = replica;
    } else if (second == null || address(replica).compareTo(address(second)) < 0) {
      second = replica;
    }
  }

  private Ip address(Replica replica) {
    return legs.get(0).at(replica);
  }

  public EndpointClass endpoints() {
    return endpoints;
  }

  /** The addresses that are meant, lowest first; none that can only be forged. */
  public List<Leg> legs() {
    return legs;
  }

  public List<Leg> legs(Ip.Family family) {
    List<Leg> all = new ArrayList<>(legs.size());
    for (Leg leg : legs) {
      if (leg.address().family() == family) {
        all.add(leg);
      }
    }
    return all;
  }

  /** The machine with the lowest address. */
  public Replica first() {
    return first;
  }

  /** The machine with the next address, or null when only one is meant. */
  public @Nullable Replica second() {
    return second;
  }

  /** Whether somebody here can connect to somebody else there. */
  public boolean meetsAnother(Use there) {
    return endpoints != there.endpoints
        || second != null
        || there.second != null
        || !first.is(there.first);
  }

  /** Whether all addresses that are meant are on one adapter. */
  boolean hasOneAdapter() {
    int nic = legs.get(0).nic();
    for (Leg leg : legs) {
      if (leg.nic() != nic) {
        return false;
      }
    }
    return true;
  }

  /** The adapters whose addresses are meant, in order of declaration. */
  public List<Nic> nics() {
    List<Nic> all = first.machine().nics();
    return all.stream()
        .filter(nic -> legs.stream().anyMatch(leg -> all.get(leg.nic()).name().equals(nic.name())))
        .toList();
  }
}
