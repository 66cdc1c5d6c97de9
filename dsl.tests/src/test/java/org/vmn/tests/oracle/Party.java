package org.vmn.tests.oracle;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.network.Balancer;
import org.vmn.runtime.value.Ip;
import org.vmn.runtime.value.IpSet;

/** One member of a set, as an assertion's source or destination. */
sealed interface Party {
  /** The addresses that are meant. */
  IpSet addresses();

  /** One replica, with the adapters that are meant. */
  record Replica(List<Spot.Adapter> adapters, IpSet addresses) implements Party {
    /** Meant addresses of one adapter. */
    List<Ip> of(Spot.Adapter adapter, Ip.Family family) {
      return adapter.listed().stream()
          .filter(ip -> ip.family() == family && addresses.contains(ip))
          .toList();
    }
  }

  /** What is behind an external. */
  record Beyond(Spot.Outside spot, IpSet addresses) implements Party {}

  /** A balancer's virtual address. */
  record Virtual(Balancer balancer, IpSet addresses) implements Party {}

  /** Addresses, whoever has them. */
  record Anybody(IpSet addresses) implements Party {}

  default Set<Ip.Family> families() {
    Set<Ip.Family> families = new TreeSet<>();
    addresses().ranges().forEach(r -> families.add(r.first().family()));
    return families;
  }

  /** Whether both are the same machine or the same external, whose affair its own traffic is. */
  default boolean isSame(Party other) {
    if (this instanceof Replica a && other instanceof Replica b) {
      return a.adapters().get(0).sameMachine(b.adapters().get(0));
    }
    return this instanceof Beyond a && other instanceof Beyond b && a.spot().equals(b.spot());
  }

  /** Whether its connections may start there. */
  default boolean startsAt(Spot spot) {
    return switch (this) {
      case Replica r -> r.adapters().contains(spot);
      case Beyond b -> b.spot().equals(spot);
      default -> false;
    };
  }

  /** The addresses that nobody else connects to by sending to them. */
  default IpSet own() {
    return this instanceof Replica r
        ? Catalogue.adapters(r.adapters().get(0).machine(), r.adapters().get(0).offset()).stream()
            .map(Spot::addresses)
            .reduce(IpSet.NONE, IpSet::union)
        : IpSet.NONE;
  }

  /** The balancer whose address this is, or null. */
  default @Nullable Balancer balancerOrNull() {
    return this instanceof Virtual v ? v.balancer() : null;
  }
}
