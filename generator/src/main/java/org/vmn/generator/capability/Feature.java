package org.vmn.generator.capability;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.vmn.runtime.network.Balancer;
import org.vmn.runtime.network.Deployment.Target;
import org.vmn.runtime.network.Network;

/**
 * What a network may ask of its targets and not every target does. What is physical (wires, zones),
 * and what only the simulator needs (demand, calls), is asked of nobody.
 */
public enum Feature {
  BOND("bond", Target.OVS, Uses::bonds, "`%s` is not joined: the host must have it already"),
  VIRTUAL_SWITCH(
      "switch",
      Target.OVS,
      n -> Uses.of(n.switches(), s -> s.origin(), s -> s.name()),
      "switch `%s` is not made: its segments are on the switch that every host has"),
  ISOLATION(
      "isolated",
      Target.OVS,
      n -> Uses.of(n.segments(), s -> s.isolated(), s -> s.origin(), s -> s.name()),
      "machines on `%s` are not kept from one another"),
  DHCP(
      "dhcp",
      Target.OVS,
      n -> Uses.of(n.segments(), s -> s.dhcp() != null, s -> s.origin(), s -> s.name()),
      "nobody answers DHCP on `%s`: machines get their addresses from cloud-init"),
  NAME_SERVERS(
      "dns { server }", Target.LIBVIRT, n -> Uses.dns(n, true), "`%s` names no servers to guests"),
  DNS("dns", Target.OVS, n -> Uses.dns(n, false), "nobody answers names on `%s`"),
  FLOATING(
      "floating",
      Target.OVS,
      n -> Uses.inRouters(n, r -> r.floating(), f -> f.origin(), f -> f.address().toString()),
      "`%s` leads nowhere"),
  DNAT(
      "dnat",
      Target.OVS,
      n -> Uses.inRouters(n, r -> r.dnat(), d -> d.origin(), d -> d.address() + ":" + d.port()),
      "`%s` leads nowhere"),
  HAIRPIN(
      "hairpin",
      Target.OVS,
      n -> Uses.of(n.routers(), r -> r.hairpin(), r -> r.origin(), r -> r.name()),
      "behind `%s` nobody reaches outer addresses"),
  STANDBY(
      "gateway on several hosts",
      Target.OVS,
      n -> Uses.of(n.routers(), r -> r.standby() != null, r -> r.origin(), r -> r.name()),
      "`%s` stays on the first of its gateway hosts when that is down: no other takes over"),
  ECMP(
      "several routes to one prefix",
      Target.OVS,
      Uses::equalRoutes,
      "of the routes to %s one is taken"),
  FIREWALL(
      "firewall",
      Target.OVS,
      n -> Uses.of(n.firewalls(), f -> f.origin(), f -> f.name()),
      "firewall `%s` filters nothing"),
  HEALTH_CHECKS(
      "balancer { check }",
      Target.OVS,
      n -> Uses.of(n.balancers(), b -> b.origin(), b -> b.name()),
      "`%s` goes on choosing targets that have failed: health checks need more than flows"),
  LEAST_CONNECTIONS(
      "balancer { least-connections }",
      Target.OVS,
      n ->
          Uses.of(
              n.balancers(),
              b -> b.algorithm() == Balancer.Algorithm.LEAST_CONNECTIONS,
              b -> b.origin(),
              b -> b.name()),
      "`%s` spreads connections evenly by a hash, not by how many each target has"),
  LOG("log", Target.OVS, Uses::logs, "denied connections are not logged"),
  CHAIN(
      "chain",
      Target.OVS,
      n -> Uses.of(n.chains(), c -> c.origin(), c -> c.name()),
      "chain `%s` steers nothing"),
  TRUNK(
      "trunk",
      Target.OVS,
      n ->
          Uses.inMachines(
              n, m -> m.nics(), x -> x.trunk() != null, x -> x.origin(), x -> x.segment()),
      "`%s` does not come tagged"),
  PRIORITY(
      "priority",
      Target.OVS,
      n ->
          Uses.inMachines(
              n, m -> m.nics(), x -> x.priority() > 0, x -> x.origin(), x -> "" + x.priority()),
      "frames don't carry priority %s"),
  MIRROR(
      "mirror",
      Target.OVS,
      n ->
          Uses.inMachines(
              n, m -> m.nics(), x -> x.mirror() != null, x -> x.origin(), x -> "" + x.mirror()),
      "`%s` gets no copies"),
  QUARANTINE(
      "quarantine",
      Target.OVS,
      n -> Uses.of(n.machines(), m -> m.quarantined(), m -> m.origin(), m -> m.name()),
      "`%s` is not cut off"),
  NUMA(
      "numa",
      Target.LIBVIRT,
      n -> Uses.of(n.machines(), m -> m.hardware().numaNodes() > 0, m -> m.origin(), m -> m.name()),
      "`%s` sees one node"),
  PINNING(
      "pinning",
      Target.LIBVIRT,
      n ->
          Uses.of(
              n.machines(), m -> !m.hardware().pinned().isEmpty(), m -> m.origin(), m -> m.name()),
      "`%s` runs on any processors"),
  HUGEPAGES(
      "hugepages",
      Target.LIBVIRT,
      n ->
          Uses.of(
              n.machines(), m -> m.hardware().hugepageBytes() > 0, m -> m.origin(), m -> m.name()),
      "`%s` has ordinary pages"),
  CHECKSUM(
      "checksum",
      Target.LIBVIRT,
      Uses::checksums,
      "the image of `%s` is not checked before it is used"),
  FILES_AND_PACKAGES(
      "file, package", Target.LIBVIRT, n -> Uses.provision(n, true), "`%s` is not set up"),
  PROVISION_WITHOUT_IMAGE(
      "file, package without an image",
      Target.LIBVIRT,
      n -> Uses.provision(n, false),
      "`%s` boots no image, so nothing sets it up"),
  SCALE(
      "scale",
      Target.LIBVIRT,
      n -> Uses.of(n.machines(), m -> m.scale() != null, m -> m.origin(), m -> m.name()),
      "all replicas of `%s` run, always"),
  PROTECT(
      "protect",
      Target.LIBVIRT,
      n -> Uses.of(n.machines(), m -> m.protect() != null, m -> m.origin(), m -> m.name()),
      "`%s` is not copied to other hosts"),
  MONITOR(
      "monitor",
      Target.LIBVIRT,
      n -> Uses.of(n.monitors(), m -> m.origin(), m -> m.name()),
      "monitor `%s` watches nothing");

  private final String words;
  private final Target owner;

  @SuppressWarnings("ImmutableEnumChecker") // functions of the network and of nothing else
  private final Function<Network, List<Use>> uses;

  private final String otherwise;

  Feature(String words, Target owner, Function<Network, List<Use>> uses, String otherwise) {
    this.words = words;
    this.owner = owner;
    this.uses = uses;
    this.otherwise = otherwise;
  }

  /** As the source asks for it. */
  public String words() {
    return words;
  }

  /** The target whose business it is. */
  public Target owner() {
    return owner;
  }

  /** Whether it keeps packets out: proofs count on it, and without it more would pass. */
  public boolean isBarrier() {
    return switch (this) {
      case ISOLATION, FIREWALL, CHAIN, QUARANTINE -> true;
      default -> false;
    };
  }

  Stream<Shortfall> shortfalls(Network network, Target target) {
    return uses.apply(network).stream()
        .map(use ->
            new Shortfall(target, use.origin(), otherwise.formatted(use.name()), isBarrier()));
  }
}
