package org.vmn.generator.emit.ovs.flow;

/** Bits of {@link Register#FLAGS}. */
public enum Flag {
  /**
   * May leave this host: a guest here sent it, or a router here. What came over a wire or a tunnel
   * never goes back there.
   */
  LOCAL(1),
  /** A guest here sent it. */
  GUEST(2),
  /** It came over a physical wire. */
  UPLINK(4),
  /** A router passed it on. */
  ROUTED(8),
  /** It goes back to its sender by way of a balancer. */
  HAIRPIN(16),
  /** The hardware address of the next hop is known. */
  RESOLVED(32),
  /** It opens a connection, which firewalls are to be asked about. */
  FRESH(64);

  private final int bit;

  Flag(int bit) {
    this.bit = bit;
  }

  int bit() {
    return bit;
  }
}
