package org.vmn.tests.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.network.Balancer;
import org.vmn.runtime.network.Element;
import org.vmn.runtime.network.External;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Nic;
import org.vmn.runtime.network.Ref;
import org.vmn.runtime.network.Router;
import org.vmn.runtime.network.Segment;
import org.vmn.runtime.network.Standby;
import org.vmn.runtime.value.Ip;
import org.vmn.runtime.value.IpSet;

/**
 * A network, unfolded and by name.
 *
 * @param down machines, routers and hosts that have failed
 */
record Catalogue(Network network, Set<Element> down) {

  boolean isDown(Machine machine, int offset) {
    return down.contains(new Element.OfMachine(machine.ref(offset)))
        || isDown(machine.placement().hostOf(offset));
  }

  private boolean isDown(Ref host) {
    return down.contains(new Element.OfHost(host));
  }

  /** Whether one of the hosts is left at which a router can meet the outside. */
  boolean meetsOutside(Router router) {
    return isLeft(router.gateway(), router.standby());
  }

  /** Whether one of the hosts is left at which a balancer can take in what comes from outside. */
  boolean takesIn(Balancer balancer) {
    return isLeft(balancer.gateway(), balancer.standby());
  }

  private boolean isLeft(@Nullable Ref first, @Nullable Standby standby) {
    return first == null
        || !isDown(first)
        || standby != null && standby.hosts().stream().anyMatch(h -> !isDown(h));
  }

  /** Whether a replica can be chosen to serve. */
  boolean serves(Machine machine, int offset) {
    return !machine.quarantined() && !isDown(machine, offset);
  }

  /** Whether a route's next hop has failed: then the route is withdrawn. */
  boolean isWithdrawn(Router.Route route) {
    return route.external() == null
        && network.routers().stream()
            .filter(r -> down.contains(new Element.OfRouter(r.name())))
            .anyMatch(r -> route.via().equals(address(r, route.segment(), route.via().family())));
  }

  private static <T> T named(List<T> all, Function<T, String> name, String wanted) {
    return all.stream().filter(e -> name.apply(e).equals(wanted)).findFirst().orElseThrow();
  }

  Segment segment(String name) {
    return named(network.segments(), Segment::name, name);
  }

  External external(String name) {
    return named(network.externals(), External::name, name);
  }

  Machine machine(String name) {
    return named(network.machines(), Machine::name, name);
  }

  Router router(String name) {
    return named(network.routers(), Router::name, name);
  }

  Balancer balancer(String name) {
    return named(network.balancers(), Balancer::name, name);
  }

  /** Every adapter of every replica. */
  List<Spot.Adapter> adapters() {
    List<Spot.Adapter> adapters = new ArrayList<>();
    for (Machine machine : network.machines()) {
      for (int offset = 0; offset < machine.count(); offset++) {
        adapters.addAll(adapters(machine, offset));
      }
    }
    return adapters;
  }

  /** Wherever connections begin and end. */
  List<Spot> spots() {
    List<Spot> spots = new ArrayList<>();
    adapters().stream().filter(a -> !isDown(a.machine(), a.offset())).forEach(spots::add);
    network.externals().forEach(e -> spots.add(new Spot.Outside(e)));
    return spots;
  }

  static List<Spot.Adapter> adapters(Machine machine, int offset) {
    List<Spot.Adapter> adapters = new ArrayList<>();
    for (Nic nic : machine.nics()) {
      adapters.add(new Spot.Adapter(machine, offset, nic));
    }
    return adapters;
  }

  List<Spot.Adapter> adaptersOn(String segment) {
    return adapters().stream().filter(a -> a.segment().equals(segment)).toList();
  }

  List<External> externalsOn(String segment) {
    return network.externals().stream().filter(e -> e.segment().equals(segment)).toList();
  }

  List<Router> routersOn(String segment) {
    return network.routers().stream()
        .filter(r -> on(r, segment) && !down.contains(new Element.OfRouter(r.name())))
        .toList();
  }

  private static boolean on(Router router, String segment) {
    return router.ports().stream().anyMatch(p -> p.segment().equals(segment));
  }

  /** The addresses that a router has on a segment: of each family the first one is used. */
  static List<Ip> addresses(Router router, String segment) {
    return router.ports().stream()
        .filter(p -> p.segment().equals(segment))
        .flatMap(p -> p.addresses().stream())
        .toList();
  }

  /** The address that a router uses on a segment in a family. */
  static @Nullable Ip address(Router router, String segment, Ip.Family family) {
    return addresses(router, segment).stream()
        .filter(ip -> ip.family() == family)
        .findFirst()
        .orElse(null);
  }

  /** The router that uses this address on a segment, or null. */
  @Nullable Router routerAt(String segment, Ip ip) {
    return routersOn(segment).stream()
        .filter(r -> ip.equals(address(r, segment, ip.family())))
        .findFirst()
        .orElse(null);
  }

  static boolean has(Router router, String segment, Ip.Family family) {
    return addresses(router, segment).stream().anyMatch(ip -> ip.family() == family);
  }

  /** The addresses of a segment's subnets: what machines on it look for on the segment itself. */
  IpSet onLink(String segment) {
    return segment(segment).subnets().stream().map(IpSet::of).reduce(IpSet.NONE, IpSet::union);
  }
}
