package org.vmn.runtime.config;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.network.Balancer;
import org.vmn.runtime.network.Chain;
import org.vmn.runtime.network.External;
import org.vmn.runtime.network.FabricSwitch;
import org.vmn.runtime.network.Firewall;
import org.vmn.runtime.network.Host;
import org.vmn.runtime.network.Link;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Overlay;
import org.vmn.runtime.network.Ref;
import org.vmn.runtime.network.Replicas;
import org.vmn.runtime.network.Router;
import org.vmn.runtime.network.Segment;
import org.vmn.runtime.network.UplinkRef;
import org.vmn.runtime.network.VirtualSwitch;
import org.vmn.runtime.value.Ip;

/** What is declared, by name. Where a name is declared twice, the first. */
final class Index {
  private final Map<String, Host> hosts;
  private final Map<String, Overlay> overlays;
  private final Map<String, Segment> segments;
  private final Map<String, External> externals;
  private final Map<String, Machine> machines;
  private final Map<String, Balancer> balancers;
  private final Map<String, FabricSwitch> fabric;
  private final Map<String, Chain> chains;
  private final Map<String, Firewall> firewalls;
  private final Map<String, Link> links;
  private final Map<String, Router> routers;
  private final Map<String, VirtualSwitch> switches;
  private final Set<String> zones;

  Index(Network network) {
    hosts = byName(network.hosts(), Host::name);
    overlays = byName(network.overlays(), Overlay::name);
    segments = byName(network.segments(), Segment::name);
    externals = byName(network.externals(), External::name);
    machines = byName(network.machines(), Machine::name);
    balancers = byName(network.balancers(), Balancer::name);
    fabric = byName(network.fabric(), FabricSwitch::name);
    chains = byName(network.chains(), Chain::name);
    firewalls = byName(network.firewalls(), Firewall::name);
    links = byName(network.links(), Link::name);
    routers = byName(network.routers(), Router::name);
    switches = byName(network.switches(), VirtualSwitch::name);
    zones = network.hosts().stream().map(Host::zone).collect(Collectors.toSet());
  }

  private static <T> Map<String, T> byName(List<T> all, Function<T, String> name) {
    Map<String, T> map = new HashMap<>();
    all.forEach(element -> map.putIfAbsent(name.apply(element), element));
    return map;
  }

  @Nullable Segment segment(String name) {
    return segments.get(name);
  }

  @Nullable External external(String name) {
    return externals.get(name);
  }

  @Nullable Machine machine(String name) {
    return machines.get(name);
  }

  boolean hasOverlay(String name) {
    return overlays.containsKey(name);
  }

  boolean hasBalancer(String name) {
    return balancers.containsKey(name);
  }

  @Nullable Router router(String name) {
    return routers.get(name);
  }

  boolean hasChain(String name) {
    return chains.containsKey(name);
  }

  boolean hasFirewall(String name) {
    return firewalls.containsKey(name);
  }

  boolean hasLink(String name) {
    return links.containsKey(name);
  }

  boolean hasSwitch(String name) {
    return switches.containsKey(name);
  }

  boolean hasZone(String name) {
    return !name.isEmpty() && zones.contains(name);
  }

  boolean hasHosts(String name) {
    return hosts.containsKey(name);
  }

  boolean hasDevice(Ref ref) {
    FabricSwitch device = fabric.get(ref.name());
    return device != null && names(device.replicas(), ref);
  }

  boolean hasProgram(String machine, String program) {
    Machine found = machines.get(machine);
    return found != null && found.programs().stream().anyMatch(p -> p.name().equals(program));
  }

  /** True also where there is no such machine, which is another problem. */
  boolean hasAdapter(String machine) {
    Machine found = machines.get(machine);
    return found == null || !found.nics().isEmpty();
  }

  boolean hasHost(Ref ref) {
    Host host = hosts.get(ref.name());
    return host != null && names(host.replicas(), ref);
  }

  boolean hasMachine(Ref ref) {
    Machine machine = machines.get(ref.name());
    return machine != null && names(machine.replicas(), ref);
  }

  boolean hasUplink(UplinkRef ref) {
    Host host = hosts.get(ref.host().name());
    return host != null
        && hasHost(ref.host())
        && host.uplinks().stream().anyMatch(u -> u.name().equals(ref.uplink()));
  }

  /**
   * Whether an address belongs to a subnet of a segment; true where there is no such segment, which
   * is another problem.
   */
  boolean onLink(String segment, Ip ip) {
    Segment found = segments.get(segment);
    return found == null || found.subnets().stream().anyMatch(s -> s.contains(ip));
  }

  private static boolean names(Replicas replicas, Ref ref) {
    return replicas.indexed()
        ? ref.index() >= 1 && ref.index() <= replicas.count()
        : ref.index() == 0;
  }
}
