package org.vmn.generator.emit.ovs.plan;

import org.jspecify.annotations.Nullable;
import org.vmn.runtime.network.Balancer;
import org.vmn.runtime.network.Traffic;
import org.vmn.runtime.value.Ip;

/**
 * A machine that serves a balancer.
 *
 * @param ip where it does; null when it has no address of the balancer's family
 * @param seat the adapter with that address; null with it
 */
public record Target(Balancer balancer, @Nullable Ip ip, @Nullable Seat seat) {

  /** What an answer comes from. */
  public record Source(Ip ip, Traffic.Protocol protocol, int port) {}

  public @Nullable Source source() {
    return ip == null ? null : new Source(ip, balancer.protocol(), balancer.targetPort());
  }
}
