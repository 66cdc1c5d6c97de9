package org.vmn.runtime.network;

import java.util.List;

/** A Network element by element: what isn't said is empty, and everybody may talk to everybody. */
public final class NetworkBuilder {
  private final String name;
  private final long seed;
  private List<String> sources = List.of();
  private List<Host> hosts = List.of();
  private List<FabricSwitch> fabric = List.of();
  private List<Link> links = List.of();
  private List<VirtualSwitch> switches = List.of();
  private List<Overlay> overlays = List.of();
  private List<Segment> segments = List.of();
  private List<External> externals = List.of();
  private List<Router> routers = List.of();
  private List<Firewall> firewalls = List.of();
  private List<Machine> machines = List.of();
  private List<Balancer> balancers = List.of();
  private List<Chain> chains = List.of();
  private List<Group> groups = List.of();
  private Policy policy = new Policy(true, false, List.of(), Origin.NONE);
  private List<Assertion> assertions = List.of();
  private List<Scenario> scenarios = List.of();
  private List<Monitor> monitors = List.of();
  private List<Deployment> deployments = List.of();

  public NetworkBuilder(String name, long seed) {
    this.name = name;
    this.seed = seed;
  }

  /** Everything as another network has it. */
  NetworkBuilder(Network like) {
    this(like.name(), like.seed());
    sources = like.sources();
    hosts = like.hosts();
    fabric = like.fabric();
    links = like.links();
    switches = like.switches();
    overlays = like.overlays();
    segments = like.segments();
    externals = like.externals();
    routers = like.routers();
    firewalls = like.firewalls();
    machines = like.machines();
    balancers = like.balancers();
    chains = like.chains();
    groups = like.groups();
    policy = like.policy();
    assertions = like.assertions();
    scenarios = like.scenarios();
    monitors = like.monitors();
    deployments = like.deployments();
  }

  public NetworkBuilder sources(List<String> all) {
    sources = all;
    return this;
  }

  public NetworkBuilder hosts(List<Host> all) {
    hosts = all;
    return this;
  }

  public NetworkBuilder fabric(List<FabricSwitch> all) {
    fabric = all;
    return this;
  }

  public NetworkBuilder links(List<Link> all) {
    links = all;
    return this;
  }

  public NetworkBuilder switches(List<VirtualSwitch> all) {
    switches = all;
    return this;
  }

  public NetworkBuilder overlays(List<Overlay> all) {
    overlays = all;
    return this;
  }

  public NetworkBuilder segments(List<Segment> all) {
    segments = all;
    return this;
  }

  public NetworkBuilder externals(List<External> all) {
    externals = all;
    return this;
  }

  public NetworkBuilder routers(List<Router> all) {
    routers = all;
    return this;
  }

  public NetworkBuilder firewalls(List<Firewall> all) {
    firewalls = all;
    return this;
  }

  public NetworkBuilder machines(List<Machine> all) {
    machines = all;
    return this;
  }

  public NetworkBuilder balancers(List<Balancer> all) {
    balancers = all;
    return this;
  }

  public NetworkBuilder chains(List<Chain> all) {
    chains = all;
    return this;
  }

  public NetworkBuilder groups(List<Group> all) {
    groups = all;
    return this;
  }

  public NetworkBuilder policy(Policy said) {
    policy = said;
    return this;
  }

  public NetworkBuilder assertions(List<Assertion> all) {
    assertions = all;
    return this;
  }

  public NetworkBuilder scenarios(List<Scenario> all) {
    scenarios = all;
    return this;
  }

  public NetworkBuilder monitors(List<Monitor> all) {
    monitors = all;
    return this;
  }

  public NetworkBuilder deployments(List<Deployment> all) {
    deployments = all;
    return this;
  }

  public Network build() {
    return new Network(
        name,
        seed,
        sources,
        hosts,
        fabric,
        links,
        switches,
        overlays,
        segments,
        externals,
        routers,
        firewalls,
        machines,
        balancers,
        chains,
        groups,
        policy,
        assertions,
        scenarios,
        monitors,
        deployments);
  }
}
