package org.vmn.runtime.forward;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.network.Balancer;
import org.vmn.runtime.network.External;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Nic;
import org.vmn.runtime.network.Router;
import org.vmn.runtime.network.Segment;
import org.vmn.runtime.value.Ip;

/**
 * The tables that decide what happens to a packet. Made once from a network, immutable, read by
 * everyone who asks.
 */
public final class Forwarding {
  private final Network network;
  private final EndpointSets sets;
  private final Owners owners;
  private final Filter filter;
  private final Map<String, Segment> segments = new LinkedHashMap<>();
  private final Map<String, Fib> fibs = new LinkedHashMap<>();
  private final Map<String, List<Router>> routersOn = new HashMap<>();

  private Forwarding(Network network) {
    this.network = network;
    sets = new EndpointSets(network);
    owners = new Owners(network);
    filter = new Filter(network, sets);
    network.segments().forEach(s -> segments.put(s.name(), s));
    for (Router router : network.routers()) {
      fibs.put(router.name(), new Fib(router, this::segment));
      router
          .ports()
          .forEach(p -> routersOn.computeIfAbsent(p.segment(), s -> new ArrayList<>()).add(router));
    }
  }

  public static Forwarding of(Network network) {
    return new Forwarding(network);
  }

  public Network network() {
    return network;
  }

  public EndpointSets sets() {
    return sets;
  }

  public Owners owners() {
    return owners;
  }

  public Filter filter() {
    return filter;
  }

  public Segment segment(String name) {
    Segment segment = segments.get(name);
    if (segment == null) {
      throw new IllegalArgumentException("the network has no segment `" + name + "`");
    }
    return segment;
  }

  public Fib fib(Router router) {
    Fib fib = fibs.get(router.name());
    if (fib == null) {
      throw new IllegalArgumentException("the network has no router `" + router.name() + "`");
    }
    return fib;
  }

  /** Routers with a leg on the segment, in order of declaration. */
  public List<Router> routersOn(String segment) {
    return routersOn.getOrDefault(segment, List.of());
  }

  /** The address that a router has on a segment in a family, or null. */
  public static @Nullable Ip address(Router router, String segment, Ip.Family family) {
    return router.ports().stream()
        .filter(p -> p.segment().equals(segment))
        .flatMap(p -> p.addresses().stream())
        .filter(ip -> ip.family() == family)
        .findFirst()
        .orElse(null);
  }

  /** The balancers that have this virtual address: several, on different ports, may share one. */
  public List<Balancer> balancersAt(String segment, Ip ip) {
    return network.balancers().stream()
        .filter(b -> b.segment().equals(segment) && b.address().equals(ip))
        .toList();
  }

  /** The router on the segment that has this address, or null. */
  public @Nullable Router routerAt(String segment, Ip ip) {
    return routersOn(segment).stream()
        .filter(r -> ip.equals(address(r, segment, ip.family())))
        .findFirst()
        .orElse(null);
  }

  /**
   * The ways off a segment in a family. The first is what machines use as their gateway: routers
   * come before externals.
   */
  public List<Exit> exits(String segment, Ip.Family family) {
    List<Exit> exits = new ArrayList<>();
    for (Router router : routersOn(segment)) {
      if (address(router, segment, family) != null) {
        exits.add(new Exit.ThroughRouter(router));
      }
    }
    for (External external : owners.externals(segment)) {
      if (external.gateways().stream().anyMatch(g -> g.family() == family)) {
        exits.add(new Exit.ToGateway(external));
      }
    }
    return exits;
  }

  /**
   * The adapter that a guest's own routing table sends to an address on: the first on whose segment
   * the address is, else the first that has a way off its segment, else the first.
   *
   * @param nics at least one, those to prefer first
   */
  public Nic outgoing(List<Nic> nics, Ip to) {
    for (Nic nic : nics) {
      if (onLink(nic.segment(), to)) {
        return nic;
      }
    }
    for (Nic nic : nics) {
      if (!exits(nic.segment(), to.family()).isEmpty()) {
        return nic;
      }
    }
    return nics.get(0);
  }

  /** Whether an address belongs to a subnet of the segment. */
  public boolean onLink(String segment, Ip ip) {
    return segment(segment).subnets().stream().anyMatch(s -> s.contains(ip));
  }

  /**
   * Follows a connection, through the gateway that the source uses by default and to a balancer's
   * first target.
   *
   * @param start where the first packet enters: its adapter, or the external that it comes from
   */
  public Walk walk(Place start, Packet packet) {
    return walk(start, packet, null, 0);
  }

  /**
   * Follows a connection.
   *
   * @param target which target a balancer chooses; null for the first
   * @param exit which of the {@link #exits} of its segment the source uses
   */
  public Walk walk(Place start, Packet packet, Translation.@Nullable Target target, int exit) {
    return new WayThere(this, start, packet, target, exit).follow();
  }
}
