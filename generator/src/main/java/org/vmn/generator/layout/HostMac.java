package org.vmn.generator.layout;

import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Ref;
import org.vmn.runtime.value.Mac;

/**
 * Hardware addresses under which one host speaks for a router or balancer that is on every host. On
 * physical wires the address that machines know would seem to be at many places at once, so there
 * each host has its own.
 */
public final class HostMac {
  /** Locally administered, unicast, and not of the range that machines get theirs from. */
  private static final long FIRST_BYTE = 0x06L << 40;

  private HostMac() {}

  public static Mac router(Network network, String router, Ref host) {
    return of(network, "router/" + router, host);
  }

  public static Mac balancer(Network network, String balancer, Ref host) {
    return of(network, "balancer/" + balancer, host);
  }

  private static Mac of(Network network, String what, Ref host) {
    String text = network.name() + "/" + network.seed() + "/" + what + "/" + host;
    return new Mac(FIRST_BYTE | Hashes.bits(text) >>> 24);
  }
}
