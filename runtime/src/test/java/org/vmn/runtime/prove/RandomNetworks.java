package org.vmn.runtime.prove;

import static org.vmn.runtime.TestNetworks.at;
import static org.vmn.runtime.TestNetworks.ip;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.TestNetworks;
import org.vmn.runtime.network.Addresses;
import org.vmn.runtime.network.Assertion;
import org.vmn.runtime.network.Balancer;
import org.vmn.runtime.network.Chain;
import org.vmn.runtime.network.Claim;
import org.vmn.runtime.network.Endpoints;
import org.vmn.runtime.network.External;
import org.vmn.runtime.network.Firewall;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.network.Member;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Nic;
import org.vmn.runtime.network.Policy;
import org.vmn.runtime.network.Ref;
import org.vmn.runtime.network.Replicas;
import org.vmn.runtime.network.Router;
import org.vmn.runtime.network.Segment;
import org.vmn.runtime.network.Traffic;
import org.vmn.runtime.network.Traffic.Match;
import org.vmn.runtime.network.Traffic.Protocol;
import org.vmn.runtime.value.Ip;
import org.vmn.runtime.value.IpRange;
import org.vmn.runtime.value.IpSet;
import org.vmn.runtime.value.Mac;
import org.vmn.runtime.value.Prefix;

/**
 * Small networks with everything that provers treat differently: both families, several adapters,
 * routers behind routers, externals with and without gateways, translation, balancers that share
 * addresses, rules and claims that cut through replicas.
 */
final class RandomNetworks {
  private final Random random;
  private final List<Segment> segments = new ArrayList<>();
  private final List<Router> routers = new ArrayList<>();
  private final List<External> externals = new ArrayList<>();
  private final List<Machine> machines = new ArrayList<>();
  private final List<Balancer> balancers = new ArrayList<>();
  private final List<Firewall> firewalls = new ArrayList<>();
  private final List<Chain> chains = new ArrayList<>();
  private final int[] taken;

  RandomNetworks(Random random) {
    this.random = random;
    for (int i = 0; i < 2 + random.nextInt(4); i++) {
      segments.add(segment(i));
    }
    taken = new int[segments.size()];
    Arrays.fill(taken, 16);
    routers();
    externals();
    for (int i = 0; i < 2 + random.nextInt(4); i++) {
      machines.add(machine(i));
    }
    for (int i = 0; i < random.nextInt(3); i++) {
      balancers.add(balancer(i));
    }
    routers.replaceAll(this::translating);
    for (int i = 0; i < random.nextInt(3); i++) {
      firewall(i);
    }
    for (int i = 0; i < random.nextInt(8) - 5; i++) {
      chains.add(chain(i));
    }
  }

  static Network of(long seed) {
    return new RandomNetworks(new Random(seed)).network();
  }

  Network network() {
    List<Policy.Rule> rules = new ArrayList<>();
    for (int i = 0; i < random.nextInt(7); i++) {
      rules.add(rule());
    }
    List<Assertion> assertions = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      assertions.add(assertion());
    }
    return TestNetworks.network("random", 1)
        .segments(segments.toArray(Segment[]::new))
        .routers(routers.toArray(Router[]::new))
        .externals(externals.toArray(External[]::new))
        .machines(machines.toArray(Machine[]::new))
        .balancers(balancers.toArray(Balancer[]::new))
        .firewalls(firewalls.toArray(Firewall[]::new))
        .chains(chains.toArray(Chain[]::new))
        .policy(new Policy(random.nextBoolean(), false, rules, at(1)))
        .assertions(assertions.toArray(Assertion[]::new))
        .build();
  }

  Assertion assertion() {
    Claim.Mode mode = Claim.Mode.values()[random.nextInt(3)];
    return new Assertion(mode.name(), new Claim.Reach(mode, set(), set(), traffic()), at(1));
  }

  private Segment segment(int i) {
    Prefix v4 = Prefix.parse("10.0." + i + ".0/24");
    Prefix v6 = Prefix.parse("2001:db8:" + i + "::/64");
    List<Prefix> subnets =
        switch (random.nextInt(6)) {
          case 0 -> List.of(v4, v6);
          case 1 -> List.of(v6);
          case 2 -> List.of(v4, Prefix.parse("10.1." + i + ".0/24"));
          default -> List.of(v4);
        };
    return new Segment(
        "s" + i,
        new Segment.Local(),
        subnets,
        1500,
        random.nextInt(8) == 0,
        null,
        null,
        null,
        at(1));
  }

  private void routers() {
    for (int r = 0; r < random.nextInt(4); r++) {
      List<Router.Port> ports = new ArrayList<>();
      for (Segment segment : segments) {
        if (random.nextInt(3) > 0) {
          int host = 1 + r;
          ports.add(
              new Router.Port(
                  segment.name(),
                  segment.subnets().stream().map(p -> p.first().plus(host)).toList(),
                  new Mac(0x5254_0000_0000L + r),
                  at(1)));
        }
      }
      List<String> snat =
          ports.stream().map(Router.Port::segment).filter(s -> random.nextInt(3) == 0).toList();
      routers.add(
          new Router(
              "r" + r, ports, List.of(), snat, List.of(), List.of(), false, null, null, at(1)));
    }
  }

  private void externals() {
    for (int e = 0; e < random.nextInt(3); e++) {
      Segment on = pick(segments);
      boolean gateway = random.nextBoolean();
      IpSet addresses =
          switch (random.nextInt(3)) {
            case 0 -> IpSet.of(Prefix.parse("198.51." + e + ".0/24"));
            case 1 ->
                IpSet.of(Prefix.parse("198.51.100.0/24"))
                    .union(IpSet.of(Prefix.parse("2001:db8:ff00::/48")));
            default -> IpSet.of(high(on));
          };
      int host = 5 + e;
      List<Ip> gateways = gateway ? List.of(on.subnets().get(0).first().plus(host)) : List.of();
      externals.add(new External("e" + e, on.name(), gateways, null, addresses, at(1)));
    }
    for (int r = 0; r < routers.size(); r++) {
      routers.set(r, withRoutes(routers.get(r)));
    }
  }

  private static Prefix high(Segment on) {
    Prefix subnet = on.subnets().get(0);
    return Prefix.around(subnet.first().plus(192), subnet.address().isV4() ? 26 : 122);
  }

  private Router withRoutes(Router router) {
    List<Router.Route> routes = new ArrayList<>();
    for (External external : externals) {
      boolean port = router.ports().stream().anyMatch(p -> p.segment().equals(external.segment()));
      if (port && !external.gateways().isEmpty()) {
        Prefix all = Prefix.around(external.gateways().get(0), 0);
        routes.add(
            new Router.Route(
                all, external.gateways().get(0), external.segment(), external.name(), at(1)));
      }
    }
    for (int i = 0; i < random.nextInt(3) && routers.size() > 1; i++) {
      Router next = pick(routers);
      for (Router.Port port : next.ports()) {
        boolean shared = router.ports().stream().anyMatch(p -> p.segment().equals(port.segment()));
        if (next != router && shared && random.nextInt(3) == 0) {
          Segment to = pick(segments);
          Prefix subnet = to.subnets().get(0);
          for (var via : port.addresses()) {
            if (via.family() == subnet.address().family()) {
              Prefix wide = Prefix.around(subnet.address(), random.nextBoolean() ? 8 : 24);
              routes.add(new Router.Route(wide, via, port.segment(), null, at(1)));
            }
          }
        }
      }
    }
    return new Router(
        router.name(),
        router.ports(),
        routes,
        router.snat(),
        List.of(),
        List.of(),
        false,
        null,
        null,
        at(1));
  }

  private Machine machine(int i) {
    int count = 1 + random.nextInt(4);
    List<Nic> nics = new ArrayList<>();
    int adapters = random.nextInt(4) == 0 ? 2 : 1;
    int first = random.nextInt(segments.size());
    for (int n = 0; n < adapters; n++) {
      int s = (first + n) % segments.size();
      Segment segment = segments.get(s);
      int host = taken[s];
      taken[s] += count;
      List<Addresses> addresses =
          segment.subnets().stream()
              .map(p ->
                  new Addresses(
                      p,
                      List.of(new IpRange(p.first().plus(host), p.first().plus(host + count - 1)))))
              .toList();
      nics.add(
          new Nic(
              "nic" + (n + 1),
              segment.name(),
              new Mac(0x5254_0100_0000L + 256L * i),
              addresses,
              0,
              random.nextInt(12) == 0,
              0,
              null,
              null,
              at(1)));
    }
    Machine machine =
        TestNetworks.machine(
            "m" + i,
            new Replicas(count, true),
            1,
            TestNetworks.onHost(count, "kvm[1]"),
            nics.toArray(Nic[]::new));
    return random.nextInt(10) == 0 ? quarantined(machine) : machine;
  }

  static Machine quarantined(Machine m) {
    return new Machine(
        m.name(),
        m.replicas(),
        m.cpu(),
        m.memoryBytes(),
        m.disks(),
        m.users(),
        m.nics(),
        m.programs(),
        m.placement(),
        m.labels(),
        m.hardware(),
        m.provision(),
        m.scale(),
        m.protect(),
        true,
        m.documentation(),
        m.origin());
  }

  /** The same with addresses outside that stand for machines, or for a port of one. */
  private Router translating(Router router) {
    List<Router.Floating> floating = new ArrayList<>();
    List<Router.Dnat> dnat = new ArrayList<>();
    for (Router.Port port : router.ports()) {
      Machine machine = pick(machines);
      int replica = random.nextInt(machine.count());
      Ip inside = machine.nics().get(0).at(replica).get(0);
      Ip own = port.addresses().get(0);
      if (own.family() != inside.family() || random.nextInt(3) > 0) {
        continue;
      }
      if (random.nextBoolean()) {
        Ip outer = own.plus(60 + replica);
        floating.add(
            new Router.Floating(outer, port.segment(), machine.ref(replica), inside, at(1)));
      } else {
        Ip outer = random.nextBoolean() ? own : own.plus(70);
        dnat.add(
            new Router.Dnat(
                outer,
                port.segment(),
                Protocol.TCP,
                1 + random.nextInt(4),
                machine.ref(replica),
                inside,
                3,
                at(1)));
      }
    }
    return new Router(
        router.name(),
        router.ports(),
        router.routes(),
        router.snat(),
        floating,
        dnat,
        random.nextBoolean(),
        null,
        null,
        at(1));
  }

  private void firewall(int i) {
    boolean outside = !externals.isEmpty() && random.nextInt(3) == 0;
    if (!outside && routers.isEmpty()) {
      return;
    }
    List<Firewall.Rule> rules = new ArrayList<>();
    for (int r = 0; r < 1 + random.nextInt(4); r++) {
      Policy.Rule rule = rule();
      rules.add(
          new Firewall.Rule(rule.action(), rule.from(), rule.to(), rule.traffic(), false, at(1)));
    }
    firewalls.add(
        new Firewall(
            "f" + i,
            outside ? null : pick(routers).name(),
            outside ? pick(externals).name() : null,
            random.nextInt(3) > 0,
            rules,
            at(1)));
  }

  private Chain chain(int i) {
    List<Chain.Stage> stages = new ArrayList<>();
    for (int s = 0; s < 1 + random.nextInt(2); s++) {
      stages.add(new Chain.Stage(List.of(some()), at(1)));
    }
    return new Chain("c" + i, set(), set(), traffic(), stages, random.nextBoolean(), at(1));
  }

  private Balancer balancer(int i) {
    Segment on = pick(segments);
    int host = 100 + (random.nextBoolean() ? 0 : i);
    List<Member.Machines> targets = new ArrayList<>();
    for (int t = 0; t < 1 + random.nextInt(2); t++) {
      targets.add(some());
    }
    return new Balancer(
        "b" + i,
        on.name(),
        on.subnets().get(0).first().plus(host),
        new Mac(0x5254_0200_0000L + i),
        Protocol.TCP,
        2 + i,
        targets,
        4,
        Balancer.Algorithm.RANDOM,
        new Balancer.Check(Protocol.TCP, 1, 1),
        new Ref("kvm", 1),
        null,
        at(1));
  }

  Policy.Rule rule() {
    Policy.Action action = random.nextInt(4) == 0 ? Policy.Action.DENY : Policy.Action.ALLOW;
    return new Policy.Rule(action, set(), set(), traffic(), false, at(1));
  }

  Endpoints set() {
    List<Member> include = new ArrayList<>();
    List<Member> exclude = new ArrayList<>();
    for (int i = 0; i < 1 + random.nextInt(2); i++) {
      include.add(member());
    }
    if (random.nextInt(4) == 0) {
      exclude.add(member());
    }
    return new Endpoints("set", include, exclude);
  }

  private Member member() {
    return switch (random.nextInt(9)) {
      case 0 -> new Member.OnSegment(pick(segments).name());
      case 1 -> new Member.Literal(IpSet.of(literal()));
      case 2 -> externals.isEmpty() ? some() : new Member.Outside(pick(externals).name());
      case 3 -> balancers.isEmpty() ? some() : new Member.Virtual(pick(balancers).name());
      case 4 -> random.nextInt(3) == 0 ? new Member.Any() : some();
      default -> some();
    };
  }

  private Prefix literal() {
    return switch (random.nextInt(4)) {
      case 0 -> Prefix.around(ip("198.51.100." + random.nextInt(256)), 25 + random.nextInt(4));
      case 1 -> {
        Prefix subnet = pick(segments).subnets().get(0);
        yield Prefix.around(
            subnet.first().plus(60 + random.nextInt(14)), subnet.address().family().bits());
      }
      default -> {
        Prefix subnet = pick(segments).subnets().get(0);
        int bits = subnet.address().family().bits();
        yield Prefix.around(subnet.first().plus(random.nextInt(40)), bits - random.nextInt(5));
      }
    };
  }

  private Member.Machines some() {
    Machine machine = pick(machines);
    int first = random.nextInt(machine.count());
    int last = first + random.nextInt(machine.count() - first);
    return random.nextBoolean()
        ? new Member.Machines(machine.name(), 0, machine.count() - 1)
        : new Member.Machines(machine.name(), first, last);
  }

  @Nullable Traffic traffic() {
    int first = random.nextInt(6);
    int last = first + random.nextInt(3);
    return switch (random.nextInt(6)) {
      case 0 -> null;
      case 1 -> new Traffic("icmp", List.of(new Match(Protocol.ICMP, 0, 65535)));
      case 2 -> Traffic.EVERYTHING;
      case 3 ->
          new Traffic(
              "two",
              List.of(new Match(Protocol.UDP, first, last), new Match(Protocol.TCP, first, last)));
      default -> new Traffic("tcp", List.of(new Match(Protocol.TCP, first, last)));
    };
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
