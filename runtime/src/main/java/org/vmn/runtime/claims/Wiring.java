package org.vmn.runtime.claims;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.forward.Hop;
import org.vmn.runtime.network.Host;
import org.vmn.runtime.network.Link;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Ref;
import org.vmn.runtime.network.Uplink;
import org.vmn.runtime.network.UplinkRef;

/**
 * Which wires a hop between hosts loads, and how much of it each: uplinks at both ends, and
 * declared links on the shortest ways, split evenly where there are several.
 */
final class Wiring {
  private final Network network;
  private final Forwarding tables;
  private final Map<String, Double> speeds = new LinkedHashMap<>();
  private final Map<Object, List<Link>> at = new HashMap<>();

  Wiring(Forwarding tables) {
    this.tables = tables;
    network = tables.network();
    for (Host host : network.hosts()) {
      for (int i = 0; i < host.replicas().count(); i++) {
        for (Uplink uplink : host.uplinks()) {
          Ref ref = host.replicas().ref(host.name(), i);
          speeds.put("link " + new UplinkRef(ref, uplink.name()), (double) uplink.bitsPerSecond());
        }
      }
    }
    for (Link link : network.links()) {
      speeds.put("link " + link.name(), (double) link.bitsPerSecond());
      if (!tables.outage().link(link.name())) {
        at.computeIfAbsent(end(link.a()), k -> new ArrayList<>()).add(link);
        at.computeIfAbsent(end(link.b()), k -> new ArrayList<>()).add(link);
      }
    }
  }

  /** Speed of each wire in bits a second, 0 when not stated. */
  Map<String, Double> speeds() {
    return speeds;
  }

  /**
   * Adds a rate to every wire of a hop, in the direction that it goes.
   *
   * @param loads by wire and direction
   */
  void add(Hop hop, double bitsPerSecond, Map<String, Double> loads) {
    UplinkRef from = hop.from() == null ? null : uplink(hop.from(), hop.segment());
    UplinkRef to = hop.to() == null ? null : uplink(hop.to(), hop.segment());
    if (from != null) {
      loads.merge("link " + from + ", outward", bitsPerSecond, Double::sum);
    }
    if (to != null) {
      loads.merge("link " + to + ", inward", bitsPerSecond, Double::sum);
    }
    if (from != null && to != null) {
      spread(from, to, bitsPerSecond, loads);
    }
  }

  private void spread(UplinkRef from, UplinkRef to, double rate, Map<String, Double> loads) {
    Map<Object, Integer> distance = distances(to);
    Map<Object, Double> flow = new LinkedHashMap<>();
    flow.put(from, rate);
    Deque<Object> open = new ArrayDeque<>(List.of(from));
    while (!open.isEmpty()) {
      Object here = open.remove();
      Double amount = flow.remove(here);
      Integer left = distance.get(here);
      if (amount == null || left == null || left == 0) {
        continue;
      }
      List<Link> nearer =
          at.getOrDefault(here, List.of()).stream()
              .filter(l -> Integer.valueOf(left - 1).equals(distance.get(other(l, here))))
              .toList();
      for (Link link : nearer) {
        double share = amount / nearer.size();
        boolean forth = end(link.a()).equals(here);
        loads.merge("link " + link.name() + (forth ? ", outward" : ", inward"), share, Double::sum);
        flow.merge(other(link, here), share, Double::sum);
        open.add(other(link, here));
      }
    }
  }

  private Map<Object, Integer> distances(Object to) {
    Map<Object, Integer> distance = new HashMap<>(Map.of(to, 0));
    Deque<Object> open = new ArrayDeque<>(List.of(to));
    while (!open.isEmpty()) {
      Object here = open.remove();
      // A host passes nothing on.
      if (here instanceof UplinkRef && !here.equals(to)) {
        continue;
      }
      for (Link link : at.getOrDefault(here, List.of())) {
        if (distance.putIfAbsent(other(link, here), distance.getOrDefault(here, 0) + 1) == null) {
          open.add(other(link, here));
        }
      }
    }
    return distance;
  }

  private static Object end(Link.End end) {
    return switch (end) {
      case Link.Port p -> p.uplink();
      case Link.Device d -> d.device();
    };
  }

  private static Object other(Link link, Object end) {
    return end(link.a()).equals(end) ? end(link.b()) : end(link.a());
  }

  private @Nullable UplinkRef uplink(Ref host, String segment) {
    List<UplinkRef> up = tables.underlay().working(host, tables.segment(segment));
    return up.isEmpty() ? null : up.get(0);
  }
}
