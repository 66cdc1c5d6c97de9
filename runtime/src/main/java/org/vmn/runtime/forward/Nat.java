package org.vmn.runtime.forward;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.network.Origin;
import org.vmn.runtime.network.Router;
import org.vmn.runtime.network.Traffic.Protocol;
import org.vmn.runtime.value.Ip;

/** A router's translations between addresses of its outer segments and machines behind it. */
public final class Nat {
  private final Router router;
  private final Set<Outer> outer = new HashSet<>();

  Nat(Router router) {
    this.router = router;
    router.floating().forEach(f -> outer.add(new Outer(f.segment(), f.address())));
    router.dnat().forEach(d -> outer.add(new Outer(d.segment(), d.address())));
  }

  private record Outer(String segment, Ip address) {}

  /**
   * A destination that the router gives a packet.
   *
   * @param outer the segment that the address belongs to
   * @param inside the packet with its new destination
   */
  record Translated(String outer, Packet inside, Origin origin) {}

  /** Whether an address of a segment is one that this router translates. */
  public boolean owns(String segment, Ip ip) {
    return !outer.isEmpty() && outer.contains(new Outer(segment, ip));
  }

  /** Whether the address is one that this router translates, on whichever segment. */
  boolean owns(Ip ip) {
    if (outer.isEmpty()) {
      return false;
    }
    for (Router.Port port : router.ports()) {
      if (owns(port.segment(), ip)) {
        return true;
      }
    }
    return false;
  }

  /**
   * What becomes of a packet to one of the router's outer addresses, or null when it isn't one, or
   * no port of it. A single port goes before a whole address.
   */
  @Nullable Translated destination(Packet packet) {
    for (Router.Dnat d : router.dnat()) {
      if (d.address().equals(packet.destination())
          && d.protocol() == packet.protocol()
          && d.port() == packet.destinationPort()) {
        return new Translated(d.segment(), packet.toPort(d.inside(), d.insidePort()), d.origin());
      }
    }
    for (Router.Floating f : router.floating()) {
      if (f.address().equals(packet.destination())) {
        return new Translated(f.segment(), packet.to(f.inside()), f.origin());
      }
    }
    return null;
  }

  /** The floating address that a machine leaves under towards a segment, or null. */
  Router.@Nullable Floating source(Packet packet, String towards) {
    for (Router.Floating f : router.floating()) {
      if (f.inside().equals(packet.source()) && f.segment().equals(towards)) {
        return f;
      }
    }
    return null;
  }

  /** What an address of the router takes: {@code 80/tcp, 443/tcp}. */
  String ports(Ip address) {
    List<String> ports =
        router.dnat().stream()
            .filter(d -> d.address().equals(address))
            .map(d -> d.port() + "/" + (d.protocol() == Protocol.TCP ? "tcp" : "udp"))
            .toList();
    return String.join(", ", ports);
  }
}
