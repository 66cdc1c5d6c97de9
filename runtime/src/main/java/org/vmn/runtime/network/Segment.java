package org.vmn.runtime.network;

import java.util.List;
import org.vmn.runtime.value.Prefix;

/**
 * One layer-2 domain.
 *
 * @param subnets the subnets on it, in the order written
 * @param mtu bytes of the largest IP packet that a machine on it may send
 */
public record Segment(
    String name, Transport transport, List<Prefix> subnets, int mtu, Origin origin) {
  public Segment {
    subnets = List.copyOf(subnets);
  }

  /** How the frames of a segment travel between hosts. */
  public sealed interface Transport {}

  /** They don't: all of its machines are on one host. */
  public record Local() implements Transport {}

  /**
   * Tagged, on physical wires.
   *
   * @param id 1 to 4094
   * @param on the uplinks that carry it
   */
  public record Vlan(int id, List<UplinkRef> on) implements Transport {
    public Vlan {
      on = List.copyOf(on);
    }
  }

  /**
   * Inside tunnels.
   *
   * @param overlay the overlay's name
   * @param vni 24-bit network identifier
   */
  public record Tunnel(String overlay, int vni) implements Transport {}
}
