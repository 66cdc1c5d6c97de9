package org.vmn.runtime.network;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.value.Ip;
import org.vmn.runtime.value.IpRange;
import org.vmn.runtime.value.Prefix;

/**
 * One layer-2 domain.
 *
 * @param subnets the subnets on it, in the order written
 * @param mtu bytes of the largest IP packet that a machine on it may send
 * @param isolated whether its machines reach nobody on it but routers, balancers and externals
 * @param dhcp what hands out addresses, or null for nobody
 * @param dns what machines on it ask for names, or null for nobody
 * @param virtualSwitch what carries it on hosts, or null for their integration switch
 */
public record Segment(
    String name,
    Transport transport,
    List<Prefix> subnets,
    int mtu,
    boolean isolated,
    @Nullable Dhcp dhcp,
    @Nullable Dns dns,
    @Nullable String virtualSwitch,
    Origin origin) {
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

  /**
   * A server of addresses that is part of the segment.
   *
   * @param ranges it hands out to those that have no address of their own; machines that are
   *     declared get theirs
   * @param leaseNanos how long an address is lent
   */
  public record Dhcp(List<IpRange> ranges, long leaseNanos) {
    public Dhcp {
      ranges = List.copyOf(ranges);
    }
  }

  /**
   * @param servers asked in this order; empty for one that is part of the segment
   * @param domain that names are completed with, or empty
   */
  public record Dns(List<Ip> servers, String domain) {
    public Dns {
      servers = List.copyOf(servers);
    }
  }
}
