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
    List<Overlay> overlays,
    List<Segment> segments,
    List<External> externals,
    List<Router> routers,
    List<Machine> machines,
    List<Balancer> balancers,
    List<Group> groups,
    Policy policy,
    List<Assertion> assertions,
    List<Scenario> scenarios,
    List<Deployment> deployments) {

  public Network {
    sources = List.copyOf(sources);
    hosts = List.copyOf(hosts);
    overlays = List.copyOf(overlays);
    segments = List.copyOf(segments);
    externals = List.copyOf(externals);
    routers = List.copyOf(routers);
    machines = List.copyOf(machines);
    balancers = List.copyOf(balancers);
    groups = List.copyOf(groups);
    assertions = List.copyOf(assertions);
    scenarios = List.copyOf(scenarios);
    deployments = List.copyOf(deployments);
  }
}
