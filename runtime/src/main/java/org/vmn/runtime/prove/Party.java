package org.vmn.runtime.prove;

import java.util.List;
import org.vmn.runtime.network.Balancer;
import org.vmn.runtime.network.External;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.network.Nic;
import org.vmn.runtime.value.Ip;
import org.vmn.runtime.value.IpRange;
import org.vmn.runtime.value.IpSet;

/** A class of sources or destinations that no table of the network tells apart. */
sealed interface Party {

  /**
   * Replicas of a machine.
   *
   * @param first zero-based
   * @param last included
   * @param nics the adapters that are meant: all, or those on a segment
   * @param within the addresses of those adapters that are meant
   */
  record Replicas(Machine machine, int first, int last, List<Nic> nics, IpSet within)
      implements Party {

    /** The addresses that the replica with the given zero-based offset has on an adapter. */
    List<Ip> at(Nic nic, int offset) {
      return nic.at(offset).stream().filter(within::contains).toList();
    }

    boolean several() {
      return last > first;
    }

    /** Whether both stand for the same replicas, or for some of the same. */
    boolean overlaps(Replicas other) {
      return machine.equals(other.machine) && first <= other.last && other.first <= last;
    }
  }

  /** Addresses behind an external. */
  record Outside(External external, IpRange addresses) implements Party {}

  /** A balancer's virtual address. */
  record Virtual(Balancer balancer) implements Party {}

  /** Addresses that are meant whoever has them. */
  record Literal(IpRange addresses) implements Party {}
}
