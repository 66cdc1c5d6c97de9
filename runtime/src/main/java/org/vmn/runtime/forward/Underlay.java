package org.vmn.runtime.forward;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.vmn.runtime.network.Host;
import org.vmn.runtime.network.Link;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Overlay;
import org.vmn.runtime.network.Ref;
import org.vmn.runtime.network.Segment;
import org.vmn.runtime.network.Uplink;
import org.vmn.runtime.network.UplinkRef;

/**
 * Which hosts the wires join, less what has failed. Without declared links all uplinks meet in an
 * ideal fabric. A host passes nothing on between two of its uplinks.
 */
public final class Underlay {
  private static final Object IDEAL = "the ideal fabric";

  private final Network network;
  private final Outage outage;
  private final boolean intact;
  private final Map<Ref, List<UplinkRef>> uplinks = new HashMap<>();
  private final Map<Object, Integer> part = new HashMap<>();
  private final Map<String, Map<Ref, List<UplinkRef>>> carrying = new ConcurrentHashMap<>();

  Underlay(Network network, Outage outage) {
    this.network = network;
    this.outage = outage;
    intact = network.links().isEmpty() && outage.sparesWires();
    if (!intact && outage.watch() == null) {
      join(outage);
    }
  }

  private void join(Outage outage) {
    Map<Object, List<Object>> wires = new HashMap<>();
    for (Host host : network.hosts()) {
      for (int i = 0; i < host.replicas().count(); i++) {
        Ref ref = host.replicas().ref(host.name(), i);
        List<UplinkRef> alive = new ArrayList<>();
        for (Uplink uplink : host.uplinks()) {
          UplinkRef of = new UplinkRef(ref, uplink.name());
          if (!outage.uplink(of)) {
            alive.add(of);
            wires.put(of, new ArrayList<>());
            if (network.links().isEmpty()) {
              wire(wires, of, IDEAL);
            }
          }
        }
        // A host of which no wire is said is in the ideal fabric by itself.
        uplinks.put(ref, alive);
        if (host.uplinks().isEmpty() && !outage.host(ref)) {
          UplinkRef unsaid = new UplinkRef(ref, "");
          alive.add(unsaid);
          wire(wires, unsaid, IDEAL);
        }
      }
    }
    for (Link link : network.links()) {
      Object a = end(link.a());
      Object b = end(link.b());
      if (!outage.link(link.name()) && up(a, outage) && up(b, outage)) {
        wire(wires, a, b);
      }
    }
    number(wires);
  }

  private static Object end(Link.End end) {
    return switch (end) {
      case Link.Port p -> p.uplink();
      case Link.Device d -> d.device();
    };
  }

  private static boolean up(Object end, Outage outage) {
    return end instanceof UplinkRef u ? !outage.uplink(u) : !outage.device((Ref) end);
  }

  private static void wire(Map<Object, List<Object>> wires, Object a, Object b) {
    wires.computeIfAbsent(a, k -> new ArrayList<>()).add(b);
    wires.computeIfAbsent(b, k -> new ArrayList<>()).add(a);
  }

  /** Numbers the parts that hold together: uplinks end them. */
  private void number(Map<Object, List<Object>> wires) {
    int parts = 0;
    for (Object begin : wires.keySet()) {
      if (part.containsKey(begin)) {
        continue;
      }
      List<Object> open = new ArrayList<>(List.of(begin));
      part.put(begin, parts);
      while (!open.isEmpty()) {
        for (Object next : wires.getOrDefault(open.remove(open.size() - 1), List.of())) {
          if (part.putIfAbsent(next, parts) == null) {
            open.add(next);
          }
        }
      }
      parts++;
    }
  }

  /** Whether every wire that is said carries, so that hosts make no difference. */
  public boolean isIntact() {
    return intact;
  }

  /** Whether frames of a segment get from one host to another. */
  public boolean joins(Ref from, Ref to, Segment segment) {
    if (intact || from.equals(to)) {
      return true;
    }
    Watch watch = outage.watch();
    if (watch != null) {
      return watch.joins(from, to, segment, outage);
    }
    Set<Integer> parts = new HashSet<>();
    for (UplinkRef uplink : uplinks(from, segment)) {
      parts.add(part.getOrDefault(uplink, -1));
    }
    return uplinks(to, segment).stream().anyMatch(u -> parts.contains(part.getOrDefault(u, -2)));
  }

  /** Whether a host has a wire that leads off it for a segment, to what lies outside. */
  public boolean leadsOut(Ref host, Segment segment) {
    Watch watch = outage.watch();
    if (watch != null) {
      return watch.leadsOut(host, segment, outage);
    }
    return intact
        || uplinks(host, segment).stream()
            .anyMatch(u -> part.values().stream().filter(p -> p.equals(part.get(u))).count() > 1);
  }

  /** The host's uplinks that work and carry a segment, in order of declaration. */
  public List<UplinkRef> working(Ref host, Segment segment) {
    if (!intact) {
      return uplinks(host, segment);
    }
    List<UplinkRef> said = carriers(segment).stream().filter(u -> u.host().equals(host)).toList();
    return !said.isEmpty()
        ? said
        : network.hosts().stream()
            .filter(h -> h.name().equals(host.name()))
            .flatMap(h -> h.uplinks().stream())
            .map(u -> new UplinkRef(host, u.name()))
            .toList();
  }

  /**
   * What tells a host from others: hosts of a group are joined with one another, and with the same
   * hosts, on every segment. A host of which some segment's wires have all failed is alone in its
   * group.
   */
  public String group(Ref host) {
    if (intact) {
      return "";
    }
    StringBuilder group = new StringBuilder();
    for (Segment segment : network.segments()) {
      Set<Integer> parts = new TreeSet<>();
      uplinks(host, segment).forEach(u -> parts.add(part.getOrDefault(u, -1)));
      group.append(parts.isEmpty() || parts.contains(-1) ? host : parts).append(' ');
    }
    return group.toString();
  }

  /** The host's uplinks that work and carry a segment; all that work where none is said to. */
  private List<UplinkRef> uplinks(Ref host, Segment segment) {
    List<UplinkRef> all = uplinks.getOrDefault(host, List.of());
    List<UplinkRef> said =
        carrying
            .computeIfAbsent(segment.name(), s -> byHost(carriers(segment)))
            .getOrDefault(host, List.of());
    return said.isEmpty() ? all : said.stream().filter(all::contains).toList();
  }

  private List<UplinkRef> carriers(Segment segment) {
    return switch (segment.transport()) {
      case Segment.Local l -> List.of();
      case Segment.Vlan v -> v.on();
      case Segment.Tunnel t ->
          network.overlays().stream()
              .filter(o -> o.name().equals(t.overlay()))
              .map(Overlay::over)
              .findFirst()
              .orElse(List.of());
    };
  }

  private static Map<Ref, List<UplinkRef>> byHost(List<UplinkRef> uplinks) {
    Map<Ref, List<UplinkRef>> byHost = new HashMap<>();
    uplinks.forEach(u -> byHost.computeIfAbsent(u.host(), h -> new ArrayList<>()).add(u));
    return byHost;
  }
}
