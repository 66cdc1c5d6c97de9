package org.vmn.runtime.forward;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.network.Host;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Origin;
import org.vmn.runtime.network.Overlay;
import org.vmn.runtime.network.Overlay.Encapsulation;
import org.vmn.runtime.network.Ref;
import org.vmn.runtime.network.Segment;
import org.vmn.runtime.network.Uplink;
import org.vmn.runtime.network.UplinkRef;

/**
 * The largest IP packet that gets through a way in one piece: the least of its segments and of the
 * uplinks that it passes.
 */
public final class PathMtu {
  /** Outer IPv4 and UDP, VXLAN, inner Ethernet (RFC 7348). */
  private static final int VXLAN = 20 + 8 + 8 + 14;

  /** Geneve (RFC 8926) with the eight bytes of options that OVN puts in. */
  private static final int GENEVE = VXLAN + 8;

  private static final int IPV6_MORE = 20;

  private final Network network;
  private final Forwarding tables;

  public PathMtu(Forwarding tables) {
    this.tables = tables;
    network = tables.network();
  }

  /**
   * The narrowest place of a way.
   *
   * @param bytes of an IP packet
   * @param where the segment or uplink
   */
  public record Least(int bytes, String where, Origin origin) {}

  public Least of(Way way) {
    Least least = new Least(Integer.MAX_VALUE, "", Origin.NONE);
    for (String name : way.segments()) {
      Segment segment = tables.segment(name);
      least = less(least, new Least(segment.mtu(), "segment " + name, segment.origin()));
    }
    for (Hop hop : way.hops()) {
      Segment segment = tables.segment(hop.segment());
      for (UplinkRef ref : carriers(segment)) {
        if (ref.host().equals(hop.from()) || ref.host().equals(hop.to())) {
          least = less(least, uplink(ref, segment));
        }
      }
    }
    return least;
  }

  /** Bytes that a tunnel adds to each packet of a hop; 0 on a plain wire. */
  public int tunnel(Hop hop) {
    Segment segment = tables.segment(hop.segment());
    if (segment.transport() instanceof Segment.Tunnel tunnel) {
      for (Host host : network.hosts()) {
        if (hop.from() != null && isHost(host, hop.from()) && !host.uplinks().isEmpty()) {
          return headers(tunnel, host.uplinks().get(0));
        }
      }
    }
    return 0;
  }

  private static Least less(Least a, @Nullable Least b) {
    return b == null || a.bytes() <= b.bytes() ? a : b;
  }

  private List<UplinkRef> carriers(Segment segment) {
    return switch (segment.transport()) {
      case Segment.Local l -> List.of();
      case Segment.Vlan v -> v.on();
      case Segment.Tunnel t -> Objects.requireNonNull(overlay(t)).over();
    };
  }

  private @Nullable Overlay overlay(Segment.Tunnel tunnel) {
    return network.overlays().stream()
        .filter(o -> o.name().equals(tunnel.overlay()))
        .findFirst()
        .orElse(null);
  }

  private @Nullable Least uplink(UplinkRef ref, Segment segment) {
    for (Host host : network.hosts()) {
      for (Uplink uplink : host.uplinks()) {
        if (isHost(host, ref.host()) && uplink.name().equals(ref.uplink())) {
          int headers = segment.transport() instanceof Segment.Tunnel t ? headers(t, uplink) : 0;
          return new Least(uplink.mtu() - headers, "uplink " + ref, uplink.origin());
        }
      }
    }
    return null;
  }

  private static boolean isHost(Host host, Ref ref) {
    return host.name().equals(ref.name());
  }

  private int headers(Segment.Tunnel tunnel, Uplink uplink) {
    Overlay overlay = Objects.requireNonNull(overlay(tunnel));
    int headers = overlay.encapsulation() == Encapsulation.VXLAN ? VXLAN : GENEVE;
    return headers + (uplink.underlay().subnet().address().isV4() ? 0 : IPV6_MORE);
  }
}
