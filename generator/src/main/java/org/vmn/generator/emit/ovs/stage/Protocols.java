package org.vmn.generator.emit.ovs.stage;

import org.vmn.generator.emit.ovs.flow.Kind;
import org.vmn.runtime.network.Traffic;
import org.vmn.runtime.value.Ip;

/** Protocols of a family as kinds of packets. */
final class Protocols {
  private Protocols() {}

  static Kind of(Traffic.Protocol protocol, Ip.Family family) {
    return switch (protocol) {
      case ANY -> Kind.ip(family);
      case TCP -> Kind.tcp(family);
      case UDP -> Kind.udp(family);
      case ICMP -> Kind.icmp(family);
    };
  }
}
