package org.vmn.runtime.network;

import java.util.List;

/**
 * One deployable network. Order of elements is the order of declaration.
 *
 * @param name the network's name
 * @param seed what every MAC, UUID and VNI was derived from
 * @param sources the files that it was read from, the root file first; an {@link Origin} names one
 *     of them
 */
public record Network(
    String name,
    long seed,
    List<String> sources,
    List<Host> hosts,
    List<FabricSwitch> fabric,
    List<Link> links,
    List<VirtualSwitch> switches,
    List<Overlay> overlays,
    List<Segment> segments,
    List<External> externals,
    List<Router> routers,
    List<Firewall> firewalls,
    List<Machine> machines,
    List<Balancer> balancers,
    List<Chain> chains,
    List<Group> groups,
    Policy policy,
    List<Assertion> assertions,
    List<Scenario> scenarios,
    List<Monitor> monitors,
    List<Deployment> deployments) {

  public Network {
    sources = List.copyOf(sources);
    hosts = List.copyOf(hosts);
    fabric = List.copyOf(fabric);
    links = List.copyOf(links);
    switches = List.copyOf(switches);
    overlays = List.copyOf(overlays);
    segments = List.copyOf(segments);
    externals = List.copyOf(externals);
    routers = List.copyOf(routers);
    firewalls = List.copyOf(firewalls);
    machines = List.copyOf(machines);
    balancers = List.copyOf(balancers);
    chains = List.copyOf(chains);
    groups = List.copyOf(groups);
    assertions = List.copyOf(assertions);
    scenarios = List.copyOf(scenarios);
    monitors = List.copyOf(monitors);
    deployments = List.copyOf(deployments);
  }

  /** Begins another network, that has everything that this one has until something else is said. */
  public NetworkBuilder but() {
    return new NetworkBuilder(this);
  }

  /** The same with other filters. */
  public Network filteredBy(Policy other, List<Firewall> others) {
    return but().policy(other).firewalls(others).build();
  }

  /** The same network of which other things are asserted. */
  public Network withAssertions(List<Assertion> others) {
    return but().assertions(others).build();
  }
}
