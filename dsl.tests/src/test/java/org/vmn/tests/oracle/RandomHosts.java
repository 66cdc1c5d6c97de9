package org.vmn.tests.oracle;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.network.Assertion;
import org.vmn.runtime.network.Balancer;
import org.vmn.runtime.network.Claim;
import org.vmn.runtime.network.Host;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Origin;
import org.vmn.runtime.network.Placement;
import org.vmn.runtime.network.Ref;
import org.vmn.runtime.network.Replicas;
import org.vmn.runtime.network.Router;
import org.vmn.runtime.network.Segment;
import org.vmn.runtime.network.Standby;

/**
 * Half of the networks on three hosts, with gateways that others take over, and claims about hosts
 * that fail. It has dice of its own, so that the other half is what it would be without.
 */
final class RandomHosts {
  private static final int HOSTS = 3;

  private final Random random;
  private final List<Ref> hosts = new ArrayList<>();

  private RandomHosts(long seed) {
    random = new Random(seed);
    Replicas replicas = new Replicas(HOSTS, true);
    for (int i = 0; i < HOSTS; i++) {
      hosts.add(replicas.ref("host", i));
    }
  }

  static Network of(Network network, long seed) {
    // The first dice of java.util.Random fall alike for neighbouring seeds.
    RandomHosts hosts = new RandomHosts((seed + 1) * 0x9E37_79B9_7F4A_7C15L);
    return hosts.random.nextBoolean() ? network : hosts.spread(network);
  }

  private Network spread(Network network) {
    // Those who share an address share its place.
    Map<String, List<Ref>> onSegment = new HashMap<>();
    network.segments().forEach(s -> onSegment.put(s.name(), gateways()));
    return network
        .but()
        .hosts(
            List.of(
                new Host(
                    "host",
                    new Replicas(HOSTS, true),
                    0,
                    0,
                    0,
                    "",
                    List.of(),
                    List.of(),
                    Origin.NONE)))
        .routers(network.routers().stream().map(r -> placed(r, network.segments())).toList())
        .machines(network.machines().stream().map(this::placed).toList())
        .balancers(
            network.balancers().stream()
                .map(b -> placed(b, onSegment.getOrDefault(b.segment(), List.of())))
                .toList())
        .assertions(network.assertions().stream().map(this::failing).toList())
        .build();
  }

  /** One or more, in any order. */
  private List<Ref> gateways() {
    List<Ref> all = new ArrayList<>(hosts);
    Collections.shuffle(all, random);
    return all.subList(0, 1 + random.nextInt(HOSTS));
  }

  private static @Nullable Standby standby(List<Ref> gateways, List<String> segments) {
    return gateways.size() == 1
        ? null
        : new Standby(gateways.subList(1, gateways.size()), segments, 1);
  }

  private Router placed(Router r, List<Segment> segments) {
    List<Ref> at = gateways();
    List<String> some =
        segments.stream().map(Segment::name).filter(s -> random.nextBoolean()).toList();
    return new Router(
        r.name(),
        r.ports(),
        r.routes(),
        r.snat(),
        r.floating(),
        r.dnat(),
        r.hairpin(),
        at.get(0),
        standby(at, some),
        r.origin());
  }

  private Balancer placed(Balancer b, List<Ref> at) {
    return new Balancer(
        b.name(),
        b.segment(),
        b.address(),
        b.mac(),
        b.protocol(),
        b.port(),
        b.targets(),
        b.targetPort(),
        b.algorithm(),
        b.check(),
        at.get(0),
        standby(at, List.of(b.segment())),
        b.origin());
  }

  private Machine placed(Machine m) {
    List<Ref> at = gateways();
    return new Machine(
        m.name(),
        m.replicas(),
        m.cpu(),
        m.memoryBytes(),
        m.disks(),
        m.users(),
        m.nics(),
        m.programs(),
        new Placement(List.of(new Placement.Block(m.count(), at))),
        m.labels(),
        m.hardware(),
        m.provision(),
        m.scale(),
        m.protect(),
        m.quarantined(),
        m.documentation(),
        m.origin());
  }

  private Assertion failing(Assertion assertion) {
    Claim claim =
        switch (assertion.claim()) {
          case Claim.UnderFailures c ->
              new Claim.UnderFailures(
                  c.count(), List.of(Claim.Kind.HOST, Claim.Kind.ROUTER), c.claim());
          case Claim.Reach c when random.nextInt(6) == 0 ->
              new Claim.UnderFailures(1 + random.nextInt(2), List.of(Claim.Kind.HOST), c);
          case Claim.Crosses c when random.nextInt(6) == 0 ->
              new Claim.UnderFailures(1, List.of(Claim.Kind.HOST), c);
          default -> assertion.claim();
        };
    return new Assertion(claim.toString(), claim, assertion.origin());
  }
}
