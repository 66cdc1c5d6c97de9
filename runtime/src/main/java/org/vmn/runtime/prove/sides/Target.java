package org.vmn.runtime.prove.sides;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.network.Balancer;
import org.vmn.runtime.prove.reach.Reach;
import org.vmn.runtime.prove.ways.Destination;
import org.vmn.runtime.value.Ip;

/**
 * Something that a side means as a destination, with all addresses that it may be reached at.
 *
 * @param use the machines, or null for anything else
 * @param balancer the balancer that was named, or null
 * @param outside the external that was meant, or null; it isn't asked to reach itself
 * @param families of all addresses that were meant: of an external, which has a target for each
 *     part, those of all parts
 */
public record Target(
    List<Address> addresses,
    @Nullable Use use,
    @Nullable Balancer balancer,
    @Nullable String outside,
    Set<Ip.Family> families) {
  public Target {
    addresses = List.copyOf(addresses);
    families = Set.copyOf(families);
  }

  /**
   * @param lowest the lowest of the addresses that are meant
   */
  public record Address(Destination destination, Reach reach, Ip lowest) {
    public Ip.Family family() {
      return lowest.family();
    }
  }
}
