package org.vmn.runtime.explore;

import java.util.List;
import java.util.Set;
import org.vmn.runtime.network.Balancer;
import org.vmn.runtime.network.External;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.network.Nic;
import org.vmn.runtime.value.Ip;
import org.vmn.runtime.value.IpRange;
import org.vmn.runtime.value.IpSet;

/** A class of sources or destinations that no table of the network tells apart. */
public sealed interface Party {

  /**
   * Replicas of a machine.
   *
   * @param first zero-based
   * @param last included
   * @param nics the adapters that are meant: all, or those on a segment
   * @param within the addresses of those adapters that are meant
   * @param up one or two of them that stand for all, zero-based, ascending
   */
  record Replicas(
      Machine machine, int first, int last, List<Nic> nics, IpSet within, List<Integer> up)
      implements Party {
    public Replicas {
      nics = List.copyOf(nics);
      up = List.copyOf(up);
    }

    /** The addresses that the replica with the given zero-based offset has on an adapter. */
    public List<Ip> at(Nic nic, int offset) {
      return nic.at(offset).stream().filter(within::contains).toList();
    }
  }

  /**
   * Addresses behind an external.
   *
   * @param families of all of its addresses that are meant: what is outside counts as one party
   *     that speaks these
   */
  record Outside(External external, IpRange addresses, Set<Ip.Family> families) implements Party {
    public Outside {
      families = Set.copyOf(families);
    }
  }

  /** A balancer's virtual address. */
  record Virtual(Balancer balancer) implements Party {}

  /** Addresses that are meant whoever has them. */
  record Literal(IpRange addresses) implements Party {}
}
