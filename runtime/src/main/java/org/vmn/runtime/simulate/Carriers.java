package org.vmn.runtime.simulate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Overlay;
import org.vmn.runtime.network.Segment;
import org.vmn.runtime.network.Uplink;
import org.vmn.runtime.network.UplinkRef;
import org.vmn.runtime.value.Ip;

/**
 * Which uplink of a host carries a segment: the one that its transport names, else the host's
 * first.
 */
final class Carriers {
  /** The host has no uplink: nothing is known of its way to the others, and so it costs nothing. */
  static final int NONE = -1;

  private final Network network;
  private final Hosts hosts;
  private final Links links;
  private final Map<Key, Integer> made = new HashMap<>();
  private final Map<String, Row> rows = new HashMap<>();
  private @Nullable Row own;

  private record Key(int host, int uplink) {}

  /** An uplink in use: its links are {@code out} and the one after. */
  record Used(UplinkRef uplink, int host, int out) {}

  Carriers(Network network, Hosts hosts, Links links) {
    this.network = network;
    this.hosts = hosts;
    this.links = links;
  }

  /** The uplinks that carry a segment. */
  static final class Row {
    private static final int OWN = -1;

    private final int number;
    private final int[] out;

    private Row(int number, int[] out) {
      this.number = number;
      this.out = out;
    }

    /** Rows are numbered from 0 as they are asked for. */
    int number() {
      return number;
    }

    /** The link out of a host, or {@link #NONE}. */
    int out(int host) {
      return out[host];
    }

    /** The link into a host, or {@link #NONE}. */
    int in(int host) {
      return after(out[host]);
    }
  }

  /** The link the other way, which has the number after, or {@link #NONE}. */
  static int after(int out) {
    return out == NONE ? NONE : out + 1;
  }

  Row row(Segment segment) {
    Row row = rows.get(segment.name());
    if (row == null) {
      row = new Row(rows.size(), links(segment));
      rows.put(segment.name(), row);
    }
    return row;
  }

  private int[] links(Segment segment) {
    int[] out = new int[hosts.count()];
    for (int host = 0; host < out.length; host++) {
      out[host] = link(host, 0);
    }
    for (UplinkRef ref : named(segment.transport())) {
      int host = hosts.number(ref.host());
      List<Uplink> uplinks = hosts.host(host).uplinks();
      for (int i = 0; i < uplinks.size(); i++) {
        if (uplinks.get(i).name().equals(ref.uplink())) {
          out[host] = link(host, i);
        }
      }
    }
    return out;
  }

  private List<UplinkRef> named(Segment.Transport transport) {
    return switch (transport) {
      case Segment.Local local -> List.of();
      case Segment.Vlan vlan -> vlan.on();
      case Segment.Tunnel tunnel -> {
        Overlay overlay = overlay(tunnel);
        yield overlay == null ? List.of() : overlay.over();
      }
    };
  }

  private @Nullable Overlay overlay(Segment.Tunnel tunnel) {
    return network.overlays().stream()
        .filter(o -> o.name().equals(tunnel.overlay()))
        .findFirst()
        .orElse(null);
  }

  /** The links of an uplink that an event speaks of. */
  int link(UplinkRef ref) {
    int host = hosts.number(ref.host());
    List<Uplink> uplinks = hosts.host(host).uplinks();
    for (int i = 0; i < uplinks.size(); i++) {
      if (uplinks.get(i).name().equals(ref.uplink())) {
        return link(host, i);
      }
    }
    throw new IllegalArgumentException("the network has no uplink `" + ref + "`");
  }

  /** The links out of a host's uplinks; those in come after. */
  int[] links(int host) {
    int[] all = new int[hosts.host(host).uplinks().size()];
    for (int i = 0; i < all.length; i++) {
      all[i] = link(host, i);
    }
    return all;
  }

  /** The speed of an uplink as the network has it. */
  long bitsPerSecond(UplinkRef ref) {
    for (Uplink uplink : hosts.host(hosts.number(ref.host())).uplinks()) {
      if (uplink.name().equals(ref.uplink())) {
        return uplink.bitsPerSecond();
      }
    }
    return 0;
  }

  /** The first uplink of every host: what the hosts themselves use. */
  Row own() {
    Row row = own;
    if (row == null) {
      int[] out = new int[hosts.count()];
      for (int host = 0; host < out.length; host++) {
        out[host] = link(host, 0);
      }
      row = new Row(Row.OWN, out);
      own = row;
    }
    return row;
  }

  private int link(int host, int uplink) {
    List<Uplink> uplinks = hosts.host(host).uplinks();
    if (uplink >= uplinks.size()) {
      return NONE;
    }
    return made.computeIfAbsent(
        new Key(host, uplink),
        key -> {
          Uplink of = uplinks.get(uplink);
          int out = links.add(of.bitsPerSecond(), of.latencyNanos(), 0);
          links.add(of.bitsPerSecond(), of.latencyNanos(), 0);
          return out;
        });
  }

  /** Bytes of headers around each IP packet of the segment on an uplink. */
  int headers(Segment segment) {
    return switch (segment.transport()) {
      case Segment.Local local -> Framing.WIRE;
      case Segment.Vlan vlan -> Framing.WIRE + Framing.VLAN_TAG;
      case Segment.Tunnel tunnel -> {
        Overlay overlay = overlay(tunnel);
        yield overlay == null
            ? Framing.WIRE
            : Framing.WIRE + Framing.overlay(overlay.encapsulation(), underlay(overlay));
      }
    };
  }

  private Ip.Family underlay(Overlay overlay) {
    for (UplinkRef ref : overlay.over()) {
      for (Uplink uplink : hosts.host(hosts.number(ref.host())).uplinks()) {
        if (uplink.name().equals(ref.uplink())) {
          return uplink.underlay().subnet().address().family();
        }
      }
    }
    return Ip.Family.V4;
  }

  /** Uplinks of the rows asked for, in order of declaration. */
  List<Used> used() {
    List<Key> keys = new ArrayList<>(made.keySet());
    keys.sort(Comparator.comparingInt(Key::host).thenComparingInt(Key::uplink));
    List<Used> used = new ArrayList<>();
    for (Key key : keys) {
      String name = hosts.host(key.host()).uplinks().get(key.uplink()).name();
      int out = made.getOrDefault(key, NONE);
      used.add(new Used(new UplinkRef(hosts.ref(key.host()), name), key.host(), out));
    }
    return used;
  }
}
