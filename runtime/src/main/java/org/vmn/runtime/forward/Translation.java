package org.vmn.runtime.forward;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.network.Balancer;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.network.Nic;
import org.vmn.runtime.network.Traffic;
import org.vmn.runtime.value.Ip;

/**
 * What balancers do to packets. The choice among targets is the caller's: the meaning is that any
 * of them may be chosen.
 */
public final class Translation {
  private Translation() {}

  /** Whether a balancer's own port is among the traffic. */
  public static boolean serves(Balancer balancer, List<Traffic.Match> traffic) {
    Packet probe =
        Packet.opening(
            balancer.address(), balancer.address(), balancer.protocol(), balancer.port());
    return traffic.stream().anyMatch(probe::is);
  }

  /** What clients connect to: {@code 443/tcp}. */
  static String port(Balancer balancer) {
    return balancer.port() + "/" + balancer.protocol().name().toLowerCase(Locale.ROOT);
  }

  /** Whether this packet is for the balancer: its address, protocol and port. */
  public static boolean matches(Balancer balancer, Packet packet) {
    return packet.destination().equals(balancer.address())
        && packet.protocol() == balancer.protocol()
        && packet.destinationPort() == balancer.port();
  }

  /**
   * The address that a replica serves a balancer on: of its first adapter that has one of the
   * balancer's family, preferring the balancer's own segment.
   */
  public static @Nullable Ip targetAddress(Balancer balancer, Machine machine, int offset) {
    @Nullable Ip found = null;
    for (Nic nic : machine.nics()) {
      for (Ip ip : nic.at(offset)) {
        boolean own = nic.segment().equals(balancer.segment());
        if (ip.family() == balancer.address().family() && (found == null || own)) {
          found = ip;
          if (own) {
            return found;
          }
        }
      }
    }
    return found;
  }

  /** One replica that serves a balancer. */
  public record Target(Machine machine, int offset) {}
}
