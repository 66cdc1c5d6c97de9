package org.vmn.generator.emit.ovs.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vmn.generator.layout.HostLayout;
import org.vmn.generator.layout.Layout;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.network.Host;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Overlay;
import org.vmn.runtime.network.Ref;
import org.vmn.runtime.network.Segment;
import org.vmn.runtime.network.UplinkRef;
import org.vmn.runtime.value.Ip;

/**
 * The network as a whole, as every host's switch sees it: who sits on which segment, and which
 * hosts a segment reaches.
 */
public final class Topology {
  private final Forwarding forwarding;
  private final Layout layout;
  private final Map<String, List<Seat>> seats = new LinkedHashMap<>();
  private final Map<String, List<Seat>> everySeat = new LinkedHashMap<>();
  private final Map<String, Overlay> overlays;
  private final Map<String, Integer> segmentNumbers = new HashMap<>();
  private final Map<String, Integer> routerNumbers = new HashMap<>();
  private final Map<String, Integer> balancerNumbers = new HashMap<>();
  private final Map<String, Integer> externalNumbers = new HashMap<>();
  private final Firewalls firewalls;
  private final List<Paths.Unseen> unseen;

  public Topology(Forwarding forwarding, Layout layout) {
    this.forwarding = forwarding;
    this.layout = layout;
    for (HostLayout host : layout.hosts()) {
      for (HostLayout.Adapter adapter : host.adapters()) {
        Seat seat = new Seat(adapter, host);
        everySeat.computeIfAbsent(adapter.nic().segment(), s -> new ArrayList<>()).add(seat);
        if (seat.isConnected()) {
          seats.computeIfAbsent(adapter.nic().segment(), s -> new ArrayList<>()).add(seat);
        }
      }
    }
    Network network = forwarding.network();
    overlays = network.overlays().stream().collect(Collectors.toMap(Overlay::name, o -> o));
    network.segments().forEach(s -> segmentNumbers.put(s.name(), segmentNumbers.size() + 1));
    network.routers().forEach(r -> routerNumbers.put(r.name(), routerNumbers.size() + 1));
    network.balancers().forEach(b -> balancerNumbers.put(b.name(), balancerNumbers.size() + 1));
    network.externals().forEach(e -> externalNumbers.put(e.name(), externalNumbers.size() + 1));
    firewalls = new Firewalls(forwarding);
    unseen = new Paths(forwarding, firewalls).unseen();
  }

  public Forwarding forwarding() {
    return forwarding;
  }

  public Network network() {
    return forwarding.network();
  }

  public Layout layout() {
    return layout;
  }

  /** Every adapter on a segment, on whatever host; those that are cut off too. */
  public List<Seat> everySeat(String segment) {
    return everySeat.getOrDefault(segment, List.of());
  }

  /** The adapters on a segment that send and receive, on whatever host. */
  public List<Seat> seats(String segment) {
    return seats.getOrDefault(segment, List.of());
  }

  public Overlay overlay(String name) {
    return found(overlays, name);
  }

  /** From 1; the same on all hosts. */
  public int segmentNumber(String segment) {
    return found(segmentNumbers, segment);
  }

  /** From 1; the same on all hosts. */
  public int routerNumber(String router) {
    return found(routerNumbers, router);
  }

  /** From 1; the same on all hosts. */
  public int balancerNumber(String balancer) {
    return found(balancerNumbers, balancer);
  }

  /** From 1; the same on all hosts. */
  public int externalNumber(String external) {
    return found(externalNumbers, external);
  }

  public Firewalls firewalls() {
    return firewalls;
  }

  /** Answers that a firewall doesn't know. */
  public List<Paths.Unseen> unseen() {
    return unseen;
  }

  /** The uplink by which a segment comes to a host, or null. */
  public @Nullable String uplink(HostLayout host, Segment segment) {
    return switch (segment.transport()) {
      case Segment.Local l -> null;
      case Segment.Vlan v -> uplink(host.ref(), v.on());
      case Segment.Tunnel t -> uplink(host.ref(), overlay(t.overlay()).over());
    };
  }

  /** Whether a segment's packets can come to a host. */
  public boolean carries(HostLayout host, Segment segment) {
    if (segment.transport() instanceof Segment.Local) {
      return everySeat(segment.name()).stream().allMatch(s -> s.host().equals(host));
    }
    return uplink(host, segment) != null;
  }

  /** The hosts that a segment comes to. */
  public List<HostLayout> carriers(Segment segment) {
    return layout.hosts().stream().filter(h -> carries(h, segment)).toList();
  }

  /** The address that tunnels of an overlay have at a host, or null where it takes no part. */
  public @Nullable Ip endpoint(Overlay overlay, HostLayout host) {
    String name = uplink(host.ref(), overlay.over());
    return host.host().uplinks().stream()
        .filter(u -> u.name().equals(name))
        .map(u -> u.underlay().at(host.offset()))
        .findFirst()
        .orElse(null);
  }

  private static @Nullable String uplink(Ref host, List<UplinkRef> among) {
    return among.stream()
        .filter(u -> u.host().equals(host))
        .map(UplinkRef::uplink)
        .findFirst()
        .orElse(null);
  }

  /** The declaration of a host's uplink. */
  public static org.vmn.runtime.network.Uplink uplink(Host host, String name) {
    return host.uplinks().stream()
        .filter(u -> u.name().equals(name))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException("host " + host.name() + " has no uplink `" + name + "`"));
  }

  private static <T> T found(Map<String, T> byName, String name) {
    T value = byName.get(name);
    if (value == null) {
      throw new IllegalArgumentException("the network has no `" + name + "`");
    }
    return value;
  }
}
