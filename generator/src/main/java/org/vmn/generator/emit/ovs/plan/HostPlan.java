package org.vmn.generator.emit.ovs.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vmn.generator.emit.ovs.flow.Actions;
import org.vmn.generator.layout.HostLayout;
import org.vmn.generator.layout.HostMac;
import org.vmn.generator.layout.SwitchPorts;
import org.vmn.runtime.forward.Fib;
import org.vmn.runtime.network.Balancer;
import org.vmn.runtime.network.External;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Overlay;
import org.vmn.runtime.network.Router;
import org.vmn.runtime.network.Segment;
import org.vmn.runtime.value.Ip;
import org.vmn.runtime.value.IpSet;
import org.vmn.runtime.value.Mac;
import org.vmn.runtime.value.Prefix;

/** What one host's switch must know. */
public final class HostPlan {
  /** Open vSwitch has no ordinary port above. */
  private static final int ABOVE_PORTS = 0xff00 - SwitchPorts.FIRST;

  private final Topology topology;
  private final HostLayout here;
  private final Ports ports;
  private final List<Segment> segments;
  private final List<Router> routers;
  private final Balancing balancing;
  private final List<Balancer> balancers;
  private final List<NextHop> nextHops = new ArrayList<>();
  private final Map<String, Integer> snatZones = new HashMap<>();
  private final Map<String, Integer> firewallZones = new HashMap<>();

  public HostPlan(Topology topology, HostLayout here) {
    this.topology = topology;
    this.here = here;
    ports = new Ports(topology, here);
    Set<String> names = relevant();
    Network network = topology.network();
    segments = network.segments().stream().filter(s -> names.contains(s.name())).toList();
    routers =
        network.routers().stream()
            .filter(r -> r.ports().stream().anyMatch(p -> names.contains(p.segment())))
            .toList();
    balancers = network.balancers().stream().filter(b -> names.contains(b.segment())).toList();
    balancing = new Balancing(topology, balancers);
    int shared = balancing.next();
    for (Router router : routers) {
      snatZones.put(router.name(), zone(shared++));
      firewallZones.put(router.name(), zone(shared++));
      for (Fib.Entry entry : topology.forwarding().fib(router).entries()) {
        if (entry.external() != null && entry.via() != null) {
          External external = topology.forwarding().sets().external(entry.external());
          nextHops.add(new NextHop(nextHops.size() + 1, router, entry, external, entry.via()));
        }
      }
    }
  }

  /**
   * Zones that aren't an adapter's: below those, and when there are many, above.
   *
   * @param number from 1
   */
  static int zone(int number) {
    return number < SwitchPorts.FIRST ? number : ABOVE_PORTS + number;
  }

  /** Segments of guests and gateways here, and all that routers lead to from there. */
  private Set<String> relevant() {
    Set<String> names = new LinkedHashSet<>();
    here.adapters().forEach(a -> names.add(a.nic().segment()));
    for (Router router : topology.network().routers()) {
      if (here.ref().equals(router.gateway())) {
        router.ports().forEach(p -> names.add(p.segment()));
      }
    }
    topology.network().balancers().stream()
        .filter(b -> here.ref().equals(b.gateway()))
        .forEach(b -> names.add(b.segment()));
    boolean more = true;
    while (more) {
      more = false;
      for (Router router : topology.network().routers()) {
        List<String> legs = router.ports().stream().map(Router.Port::segment).toList();
        if (legs.stream().anyMatch(names::contains)) {
          more |= names.addAll(legs);
        }
      }
    }
    return names;
  }

  public Topology topology() {
    return topology;
  }

  public Network network() {
    return topology.network();
  }

  public HostLayout here() {
    return here;
  }

  public Ports ports() {
    return ports;
  }

  public List<Segment> segments() {
    return segments;
  }

  public List<Router> routers() {
    return routers;
  }

  public List<Balancer> balancers() {
    return balancers;
  }

  public Balancing balancing() {
    return balancing;
  }

  /** The ways of all routers to what lies outside. */
  public List<NextHop> nextHops() {
    return nextHops;
  }

  /** The zone of a router's translation. */
  public int snatZone(Router router) {
    return snatZones.getOrDefault(router.name(), 0);
  }

  /**
   * The zone in which a router's gateway host remembers what passed between inside and outside; 0
   * where no firewall asks.
   */
  public int firewallZone(Router router) {
    return topology.firewalls().isEmpty() || !isGateway(router)
        ? 0
        : firewallZones.getOrDefault(router.name(), 0);
  }

  public int number(Segment segment) {
    return topology.segmentNumber(segment.name());
  }

  public int number(Router router) {
    return topology.routerNumber(router.name());
  }

  public int number(Balancer balancer) {
    return topology.balancerNumber(balancer.name());
  }

  public int number(External external) {
    return topology.externalNumber(external.name());
  }

  public Segment segment(String name) {
    return topology.forwarding().segment(name);
  }

  public boolean isHere(Seat seat) {
    return seat.host().equals(here);
  }

  public boolean isGateway(Router router) {
    return here.ref().equals(router.gateway());
  }

  public boolean isGateway(Balancer balancer) {
    return here.ref().equals(balancer.gateway());
  }

  /** The address that this host's part of a router sends from. */
  public Mac mac(Router router) {
    return HostMac.router(network(), router.name(), here.ref());
  }

  /** The address that this host's part of a balancer has on physical wires. */
  public Mac mac(Balancer balancer) {
    return HostMac.balancer(network(), balancer.name(), here.ref());
  }

  /** Adapters of guests here. */
  public List<Seat> guests() {
    return here.adapters().stream().map(a -> new Seat(a, here)).toList();
  }

  /** Those that send and receive. */
  public List<Seat> connected() {
    return guests().stream().filter(Seat::isConnected).toList();
  }

  public boolean carries(Segment segment) {
    return topology.carries(here, segment);
  }

  /** Sends a frame on a segment to another host; null when the segment doesn't lead there. */
  public @Nullable Actions send(Segment segment, HostLayout to) {
    if (segment.transport() instanceof Segment.Tunnel t) {
      Overlay overlay = topology.overlay(t.overlay());
      Ip local = topology.endpoint(overlay, here);
      Ip remote = topology.endpoint(overlay, to);
      Ports.Tunnel tunnel =
          local == null || remote == null ? null : ports.tunnel(overlay, local, remote);
      return tunnel == null ? null : Actions.none().tunnel(t.vni(), tunnel.port());
    }
    return topology.carries(to, segment) ? wire(segment) : null;
  }

  /** Sends a frame out on the physical wire of a segment; null when it has none here. */
  public @Nullable Actions wire(Segment segment) {
    String uplink = topology.uplink(here, segment);
    if (uplink != null && segment.transport() instanceof Segment.Vlan vlan) {
      Ports.Patch patch = ports.patch(uplink);
      if (patch == null) {
        return null;
      }
      return Queues.are(network())
          ? Actions.none().taggedByPriority(vlan.id(), patch.port())
          : Actions.none().tagged(vlan.id(), patch.port());
    }
    return null;
  }

  /** Externals on a segment. */
  public List<External> externals(Segment segment) {
    return topology.forwarding().owners().externals(segment.name());
  }

  /** Addresses of an external; of those that share a segment, the first has what several claim. */
  public IpSet outside(External external) {
    IpSet left = external.addresses();
    for (External other : topology.forwarding().owners().externals(external.segment())) {
      if (other.equals(external)) {
        break;
      }
      left = left.minus(other.addresses());
    }
    return left;
  }

  /** Addresses of externals that are on the segment itself, and of nobody else. */
  public IpSet neighbours(Segment segment) {
    IpSet onLink = segment.subnets().stream().map(IpSet::of).reduce(IpSet.NONE, IpSet::union);
    return externals(segment).stream()
        .filter(e -> e.gateways().isEmpty())
        .map(e -> e.addresses().intersect(onLink))
        .reduce(IpSet.NONE, IpSet::union);
  }

  /**
   * Addresses that a guest on the segment may send to past all routers: neighbours, and what
   * gateways lead to.
   */
  public IpSet direct(Segment segment) {
    IpSet onLink =
        segment.subnets().stream().map((Prefix p) -> IpSet.of(p)).reduce(IpSet.NONE, IpSet::union);
    IpSet behind = IpSet.NONE;
    for (External external : externals(segment)) {
      for (Ip gateway : external.gateways()) {
        behind = behind.union(external.addresses().of(gateway.family()));
      }
    }
    return behind.minus(onLink).union(neighbours(segment));
  }
}
