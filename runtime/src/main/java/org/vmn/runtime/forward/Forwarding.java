package org.vmn.runtime.forward;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.network.Balancer;
import org.vmn.runtime.network.Element;
import org.vmn.runtime.network.External;
import org.vmn.runtime.network.Firewall;
import org.vmn.runtime.network.Host;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Nic;
import org.vmn.runtime.network.Origin;
import org.vmn.runtime.network.Ref;
import org.vmn.runtime.network.Router;
import org.vmn.runtime.network.Segment;
import org.vmn.runtime.network.Standby;
import org.vmn.runtime.value.Ip;
import org.vmn.runtime.value.Prefix;

/**
 * The tables that decide what happens to a packet. Made once from a network, immutable, read by
 * everyone who asks.
 */
public final class Forwarding {
  private final Network network;
  private final EndpointSets sets;
  private final Owners owners;
  private final Filter filter;
  private final List<Acl> acls;
  private final Map<String, List<Acl>> onRouter;
  private final Map<String, List<Acl>> onExternal;
  private final Map<String, List<Balancer>> balancersOn;
  private final List<Steering> chains;
  private final Outage outage;
  private final Underlay underlay;
  private final Map<String, Segment> segments;
  private final Map<String, Fib> fibs;
  private final Map<String, Nat> nats;
  private final Map<String, List<Router>> routersOn;
  private final Map<String, Map<Ip, List<Router>>> routersAt;

  private Forwarding(Network network, EndpointSets sets, Filter filter) {
    this.network = network;
    onRouter = new HashMap<>();
    onExternal = new HashMap<>();
    balancersOn = new HashMap<>();
    segments = new LinkedHashMap<>();
    fibs = new LinkedHashMap<>();
    nats = new HashMap<>();
    routersOn = new HashMap<>();
    routersAt = new HashMap<>();
    this.sets = sets;
    this.filter = filter;
    owners = new Owners(network);
    acls = network.firewalls().stream().map(f -> new Acl(f, sets)).toList();
    for (Acl acl : acls) {
      Firewall firewall = acl.firewall();
      if (firewall.router() != null) {
        onRouter.computeIfAbsent(firewall.router(), r -> new ArrayList<>()).add(acl);
      } else if (firewall.external() != null) {
        onExternal.computeIfAbsent(firewall.external(), e -> new ArrayList<>()).add(acl);
      }
    }
    for (Balancer balancer : network.balancers()) {
      balancersOn.computeIfAbsent(balancer.segment(), n -> new ArrayList<>()).add(balancer);
    }
    chains = network.chains().stream().map(c -> Steering.of(c, sets)).toList();
    outage = Outage.of(network, List.of(), null);
    underlay = new Underlay(network, outage);
    network.segments().forEach(s -> segments.put(s.name(), s));
    for (Router router : network.routers()) {
      fibs.put(router.name(), new Fib(router, this::segment));
      nats.put(router.name(), new Nat(router));
      router
          .ports()
          .forEach(p -> routersOn.computeIfAbsent(p.segment(), s -> new ArrayList<>()).add(router));
    }
    routersOn.forEach((segment, routers) -> {
      Map<Ip, List<Router>> at = routersAt.computeIfAbsent(segment, s -> new HashMap<>());
      for (Router router : routers) {
        for (Ip.Family family : Ip.Family.values()) {
          Ip own = address(router, segment, family);
          if (own != null) {
            at.computeIfAbsent(own, ip -> new ArrayList<>(1)).add(router);
          }
        }
      }
    });
  }

  /** Other rules, or less of the same network. */
  private Forwarding(Forwarding whole, Network network, Filter filter, Outage outage) {
    this.network = network;
    this.filter = filter;
    this.outage = outage;
    sets = whole.sets;
    owners = whole.owners;
    acls = whole.acls;
    onRouter = whole.onRouter;
    onExternal = whole.onExternal;
    balancersOn = whole.balancersOn;
    chains = whole.chains;
    segments = whole.segments;
    fibs = whole.fibs;
    nats = whole.nats;
    routersOn = whole.routersOn;
    routersAt = whole.routersAt;
    underlay = outage.equals(whole.outage) ? whole.underlay : new Underlay(network, outage);
  }

  public static Forwarding of(Network network) {
    EndpointSets sets = new EndpointSets(network);
    return new Forwarding(network, sets, new Filter(network, sets));
  }

  /**
   * Of a network in which only rules changed, and maybe where things are declared.
   *
   * @param untouched whether all but the policy is equal
   */
  Forwarding edited(Network edited, Filter other, boolean untouched) {
    return untouched
        ? new Forwarding(this, edited, other, outage)
        : new Forwarding(edited, sets.in(edited), other);
  }

  /**
   * What remains of the network when these have failed, and everybody has noticed: routes through a
   * router that is down are withdrawn, balancers and chains choose among what is up.
   */
  public Forwarding without(Collection<Element> failed) {
    return new Forwarding(this, network, filter, Outage.of(network, failed, null));
  }

  /** The same, and a watch is told what walks find to be up. */
  public Forwarding without(Collection<Element> failed, Watch watch) {
    return new Forwarding(this, network, filter, Outage.of(network, failed, watch));
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

  /** Every firewall, in order of declaration. */
  public List<Acl> acls() {
    return acls;
  }

  /** The firewalls on a router. */
  List<Acl> acls(Router router) {
    return onRouter.getOrDefault(router.name(), List.of());
  }

  /** The firewalls on an external. */
  List<Acl> acls(External external) {
    return onExternal.getOrDefault(external.name(), List.of());
  }

  /** Every chain, in order of declaration. */
  public List<Steering> chains() {
    return chains;
  }

  /** A router's translations. */
  public Nat nat(Router router) {
    return Objects.requireNonNull(nats.get(router.name()), router.name());
  }

  /** What has failed: nothing, unless these tables are of {@link #without}. */
  public Outage outage() {
    return outage;
  }

  /** The wires between hosts. */
  public Underlay underlay() {
    return underlay;
  }

  /** The host that a gateway is at now: see {@link Standby}. */
  public Ref gateway(Ref first, @Nullable Standby standby) {
    if (standby == null) {
      return first;
    }
    List<Ref> hosts = new ArrayList<>(List.of(first));
    hosts.addAll(standby.hosts());
    @Nullable Ref up = null;
    // Whoever watches is told of no host behind the one that is taken.
    for (Ref host : hosts) {
      if (!outage.host(host)) {
        if (standby.segments().stream().allMatch(s -> underlay.leadsOut(host, segment(s)))) {
          return host;
        }
        up = up == null ? host : up;
      }
    }
    return up == null ? first : up;
  }

  /** Where a host was declared. */
  Origin hostOrigin(Ref host) {
    return network.hosts().stream()
        .filter(h -> h.name().equals(host.name()))
        .map(Host::origin)
        .findFirst()
        .orElse(Origin.NONE);
  }

  /** Whether a replica can serve: it is up, and not cut off by a quarantine. */
  boolean serves(Translation.Target target) {
    return !target.machine().quarantined() && !outage.machine(target.machine(), target.offset());
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

  /** Routers that are up with a leg on the segment, in order of declaration. */
  public List<Router> routersOn(String segment) {
    List<Router> all = routersOn.getOrDefault(segment, List.of());
    if (outage.sparesRouters()) {
      return all;
    }
    List<Router> up = new ArrayList<>(all);
    up.removeIf(router -> outage.router(router.name()));
    return up;
  }

  /** The address that a router has on a segment in a family, or null. */
  public static @Nullable Ip address(Router router, String segment, Ip.Family family) {
    for (Router.Port port : router.ports()) {
      if (port.segment().equals(segment)) {
        for (Ip ip : port.addresses()) {
          if (ip.family() == family) {
            return ip;
          }
        }
      }
    }
    return null;
  }

  /** The balancers that have this virtual address: several, on different ports, may share one. */
  public List<Balancer> balancersAt(String segment, Ip ip) {
    List<Balancer> found = new ArrayList<>(0);
    for (Balancer balancer : balancersOn.getOrDefault(segment, List.of())) {
      if (balancer.address().equals(ip)) {
        found.add(balancer);
      }
    }
    return found;
  }

  /** The router on the segment that has this address, or null. */
  public @Nullable Router routerAt(String segment, Ip ip) {
    for (Router router : routersWith(segment, ip)) {
      if (!outage.router(router.name())) {
        return router;
      }
    }
    return null;
  }

  /** Whether an address on a segment is the router's, its own or one that it translates. */
  public boolean isOf(Router router, String segment, Ip ip) {
    return ip.equals(address(router, segment, ip.family())) || nat(router).owns(segment, ip);
  }

  /** Routers with an address on a segment, up or down, in order of declaration. */
  private List<Router> routersWith(String segment, Ip ip) {
    return routersAt.getOrDefault(segment, Map.of()).getOrDefault(ip, List.of());
  }

  /** The router that translates this address of the segment, or null. */
  @Nullable Router translatorAt(String segment, Ip ip) {
    for (Router router : routersOn(segment)) {
      if (nat(router).owns(segment, ip)) {
        return router;
      }
    }
    return null;
  }

  /** Whether the next hop of a route is up, as far as its router is known. */
  public boolean leads(Fib.Entry entry) {
    Ip via = entry.via();
    if (via == null || entry.external() != null || outage.sparesRouters()) {
      return true;
    }
    for (Router router : routersWith(entry.segment(), via)) {
      if (outage.router(router.name())) {
        return false;
      }
    }
    return true;
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
   * The routers that what is outside, on a segment, sends to an address through: those that lead
   * away from the segment, or translate the address. Where none does, the first: it drops it.
   */
  List<Router> entries(String segment, Ip to) {
    List<Router> all = new ArrayList<>(routersOn(segment));
    all.removeIf(router -> address(router, segment, to.family()) == null);
    List<Router> able = new ArrayList<>(all);
    able.removeIf(router -> all.size() > 1 && !leadsIn(router, segment, to));
    return able.isEmpty() && !all.isEmpty() ? all.subList(0, 1) : able;
  }

  private boolean leadsIn(Router router, String from, Ip to) {
    Nat nat = nat(router);
    if (nat.owns(to)) {
      return router.hairpin() || nat.owns(from, to);
    }
    for (Fib.Entry entry : fib(router).lookup(to, this::leads)) {
      if (entry.external() == null && !entry.segment().equals(from)) {
        return true;
      }
    }
    return false;
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
    for (Prefix subnet : segment(segment).subnets()) {
      if (subnet.contains(ip)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Follows a connection, by the usual exit and with the first of all choices.
   *
   * @param start where the first packet enters: its adapter, or the external that it comes from
   */
  public Walk walk(Place start, Packet packet) {
    return walk(start, packet, Choices.FIRST, Exit.USUAL);
  }

  /**
   * Follows a connection.
   *
   * @param choices what the network leaves open
   * @param exit which of the {@link #exits} of its segment the source uses, or {@link Exit#USUAL}
   */
  public Walk walk(Place start, Packet packet, Choices choices, int exit) {
    return new WayThere(this, start, packet, choices, exit).follow();
  }
}
