package org.vmn.runtime.network;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A physical network interface of a host.
 *
 * @param name the device's name on the host, such as {@code eno1}
 * @param bitsPerSecond speed in each direction, 0 when not stated
 * @param latencyNanos one way, to the fabric
 * @param mtu bytes of an IP packet that it carries
 * @param underlay the host's own addresses on it, which tunnels run between, in order of the host's
 *     replicas
 * @param bond devices that are joined to make it; empty for a device of its own
 * @param nativeVlan the VLAN whose frames have no tag on its wire; null when all have one
 */
public record Uplink(
    String name,
    long bitsPerSecond,
    long latencyNanos,
    int mtu,
    Addresses underlay,
    List<String> bond,
    @Nullable Integer nativeVlan,
    Origin origin) {

  public Uplink {
    bond = List.copyOf(bond);
  }

  /** An uplink on whose wire every VLAN has its tag. */
  public Uplink(
      String name,
      long bitsPerSecond,
      long latencyNanos,
      int mtu,
      Addresses underlay,
      List<String> bond,
      Origin origin) {
    this(name, bitsPerSecond, latencyNanos, mtu, underlay, bond, null, origin);
  }
}
