package org.vmn.tests.oracle;

import java.util.ArrayList;
import java.util.List;
import org.vmn.runtime.network.Assertion;
import org.vmn.runtime.network.Balancer;
import org.vmn.runtime.network.Chain;
import org.vmn.runtime.network.Claim;
import org.vmn.runtime.network.Firewall;
import org.vmn.runtime.network.Host;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.network.Member;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.NetworkBuilder;
import org.vmn.runtime.network.Origin;
import org.vmn.runtime.network.Ref;
import org.vmn.runtime.network.Replicas;
import org.vmn.runtime.network.Segment;
import org.vmn.runtime.network.Traffic.Protocol;
import org.vmn.runtime.value.Ip;
import org.vmn.runtime.value.Mac;

/** A small network of every feature, the same for the same seed. */
final class RandomNetwork {
  static final Ref HOST = new Ref("host", 0);
  private static final int ASSERTIONS = 6;

  private final Sketch sketch;
  private final RandomRules rules;

  private RandomNetwork(long seed) {
    sketch = new Sketch(seed);
    rules = new RandomRules(sketch);
  }

  static Network of(long seed) {
    return RandomHosts.of(new RandomNetwork(seed).network(), seed);
  }

  private Network network() {
    RandomPlaces places = new RandomPlaces(sketch);
    RandomRouting routing = new RandomRouting(sketch);
    sketch.segments.add(places.segment(0));
    sketch.times(4, i -> sketch.segments.add(places.segment(i + 1)));
    sketch.times(3, i -> sketch.externals.add(places.external(i)));
    sketch.machines.add(places.machine(0));
    sketch.times(5, i -> sketch.machines.add(places.machine(i + 1)));
    sketch.times(4, i -> sketch.routers.add(routing.router(i)));
    sketch.times(3, this::balancer);
    List<Firewall> firewalls = new ArrayList<>();
    sketch.times(3, i -> rules.firewall(i).ifPresent(firewalls::add));
    List<Chain> chains = new ArrayList<>();
    sketch.times(3, i -> rules.chain(i).ifPresent(chains::add));
    RandomClaims claims = new RandomClaims(sketch, rules);
    List<Assertion> assertions = new ArrayList<>();
    for (int i = 0; i < ASSERTIONS; i++) {
      Claim claim = claims.claim(firewalls, chains);
      assertions.add(new Assertion(claim.toString(), claim, sketch.here()));
    }
    return new NetworkBuilder("n", 0)
        .sources(List.of("n.vmn"))
        .hosts(
            List.of(new Host("host", Replicas.ONE, 0, 0, 0, "", List.of(), List.of(), Origin.NONE)))
        .segments(sketch.segments)
        .externals(sketch.externals)
        .routers(sketch.routers)
        .firewalls(firewalls)
        .machines(sketch.machines)
        .balancers(sketch.balancers)
        .chains(chains)
        .policy(rules.policy())
        .assertions(assertions)
        .build();
  }

  private void balancer(int i) {
    Segment segment = sketch.any(sketch.segments);
    Ip address = sketch.any(Sketch.nth(segment, Sketch.FIRST_VIRTUAL + sketch.below(2)));
    List<Member.Machines> able =
        sketch.machines.stream().filter(m -> speaks(m, address)).map(rules::some).toList();
    if (able.isEmpty()) {
      return;
    }
    Protocol protocol = sketch.one(3) ? Protocol.UDP : Protocol.TCP;
    sketch.balancers.add(
        new Balancer(
            "b" + i,
            segment.name(),
            address,
            new Mac(0x0200_0100_0000L + sketch.line()),
            protocol,
            sketch.port(),
            sketch.one(3) ? List.of(sketch.any(able), sketch.any(able)) : List.of(sketch.any(able)),
            sketch.port(),
            Balancer.Algorithm.ROUND_ROBIN,
            new Balancer.Check(protocol, 1, 1),
            HOST,
            null,
            sketch.here()));
  }

  private static boolean speaks(Machine machine, Ip address) {
    return machine.nics().stream()
        .flatMap(n -> n.addresses().stream())
        .anyMatch(a -> a.subnet().address().family() == address.family());
  }
}
