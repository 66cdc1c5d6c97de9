package org.vmn.tests.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.network.Addresses;
import org.vmn.runtime.network.Assertion;
import org.vmn.runtime.network.Balancer;
import org.vmn.runtime.network.Chain;
import org.vmn.runtime.network.Claim;
import org.vmn.runtime.network.Endpoints;
import org.vmn.runtime.network.External;
import org.vmn.runtime.network.Firewall;
import org.vmn.runtime.network.Hardware;
import org.vmn.runtime.network.Host;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.network.Member;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Nic;
import org.vmn.runtime.network.Origin;
import org.vmn.runtime.network.Placement;
import org.vmn.runtime.network.Policy;
import org.vmn.runtime.network.Provision;
import org.vmn.runtime.network.Ref;
import org.vmn.runtime.network.Replicas;
import org.vmn.runtime.network.Router;
import org.vmn.runtime.network.Segment;
import org.vmn.runtime.network.Traffic;
import org.vmn.runtime.network.Traffic.Protocol;
import org.vmn.runtime.value.Ip;
import org.vmn.runtime.value.IpRange;
import org.vmn.runtime.value.IpSet;
import org.vmn.runtime.value.Mac;
import org.vmn.runtime.value.Prefix;

/** A small network of every feature, the same for the same seed. */
final class RandomNetwork {
  private static final Ref HOST = new Ref("host", 0);

  /** Of the 32 addresses of a subnet: the routers' follow the first, machines' follow those. */
  private static final int FIRST_MACHINE = 4;

  private static final int FIRST_FLOATING = 16;
  private static final int FIRST_DNAT = 19;
  private static final int FIRST_VIRTUAL = 11;
  private static final int GATEWAY = 13;

  private final Random random;
  private final List<Segment> segments = new ArrayList<>();
  private final List<External> externals = new ArrayList<>();
  private final List<Router> routers = new ArrayList<>();
  private final List<Machine> machines = new ArrayList<>();
  private final List<Balancer> balancers = new ArrayList<>();
  private final int[] used = new int[4];
  private int line;

  private RandomNetwork(Random random) {
    this.random = random;
  }

  static Network of(long seed) {
    return new RandomNetwork(new Random(seed)).network();
  }

  private Network network() {
    int count = 1 + random.nextInt(used.length);
    for (int i = 0; i < count; i++) {
      segments.add(segment(i));
    }
    times(3, i -> externals.add(external(i)));
    times(5, i -> machines.add(machine(i)));
    machines.add(machine(9));
    times(4, i -> routers.add(router(i)));
    times(3, i -> balancer(i));
    List<Firewall> firewalls = new ArrayList<>();
    times(3, i -> firewall(i).ifPresent(firewalls::add));
    List<Chain> chains = new ArrayList<>();
    times(3, i -> chains.add(chain(i)));
    List<Policy.Rule> rules = new ArrayList<>();
    times(7, i -> rules.add(rule()));
    List<Assertion> assertions = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      assertions.add(assertion());
    }
    return new Network(
        "n",
        0,
        List.of("n.vmn"),
        List.of(new Host("host", Replicas.ONE, 0, 0, 0, "", List.of(), List.of(), Origin.NONE)),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        segments,
        externals,
        routers,
        firewalls,
        machines,
        balancers,
        chains,
        List.of(),
        new Policy(random.nextInt(3) > 0, false, rules, here()),
        assertions,
        List.of(),
        List.of(),
        List.of());
  }

  private interface Each {
    void at(int index);
  }

  /** From none to one fewer than {@code most}. */
  private void times(int most, Each each) {
    int count = random.nextInt(most);
    for (int i = 0; i < count; i++) {
      each.at(i);
    }
  }

  private boolean one(int in) {
    return random.nextInt(in) == 0;
  }

  private <T> T any(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private Origin here() {
    line++;
    return new Origin("n.vmn", line, 1, line, 9, null);
  }

  private Segment segment(int i) {
    Prefix four = Prefix.parse("10.0." + i + ".0/27");
    Prefix six = Prefix.parse("2001:db8:" + i + "::/123");
    List<Prefix> subnets =
        switch (random.nextInt(6)) {
          case 0 -> List.of(six);
          case 1, 2 -> List.of(four, six);
          default -> List.of(four);
        };
    return new Segment(
        "s" + i, new Segment.Local(), subnets, 1500, one(8), null, null, null, here());
  }

  private static List<Ip> nth(Segment segment, int n) {
    return segment.subnets().stream().map(s -> s.first().plus(n)).toList();
  }

  private External external(int i) {
    Segment on = any(segments);
    if (one(3)) {
      // A neighbour, on the segment itself.
      IpSet free =
          IpSet.of(nth(on, GATEWAY + 1).stream().map(ip -> new IpRange(ip, ip.next())).toList());
      return new External("x" + i, on.name(), List.of(), null, free, here());
    }
    IpSet far = IpSet.of(Prefix.parse("198.51." + i + ".0/30"));
    IpSet six = IpSet.of(Prefix.parse("2001:db8:f" + i + "::/126"));
    IpSet addresses = one(3) ? far.union(six) : one(4) ? six : far;
    return new External("x" + i, on.name(), nth(on, GATEWAY), null, addresses, here());
  }

  private Router router(int i) {
    List<Router.Port> ports = new ArrayList<>();
    for (Segment segment : segments) {
      if (!one(3)) {
        List<Ip> addresses = nth(segment, 1 + i);
        ports.add(
            new Router.Port(
                segment.name(),
                one(8) ? addresses.subList(0, 1) : addresses,
                new Mac(0x0200_0000_0000L + line),
                here()));
      }
    }
    List<Router.Route> routes = new ArrayList<>();
    if (!ports.isEmpty()) {
      times(5, r -> routes.add(route(any(ports).segment())));
    }
    if (!routes.isEmpty() && one(3)) {
      // Another way to the same.
      Prefix known = any(routes).destination();
      routes.add(route(any(ports).segment(), known));
      routes.removeIf(r -> r.via().family() != r.destination().address().family());
    }
    List<String> snat = segments.stream().map(Segment::name).filter(s -> one(3)).toList();
    List<Router.Floating> floating = new ArrayList<>();
    List<Router.Dnat> dnat = new ArrayList<>();
    if (!ports.isEmpty()) {
      times(3, f -> floating(any(ports), f).ifPresent(floating::add));
      times(3, d -> dnat(any(ports), d).ifPresent(dnat::add));
    }
    return new Router("r" + i, ports, routes, snat, floating, dnat, one(2), HOST, here());
  }

  private Segment named(String name) {
    return segments.get(Integer.parseInt(name.substring(1)));
  }

  /** A machine's own address in a family, with the machine. */
  private Optional<Inside> inside(Ip.Family family) {
    Machine machine = any(machines);
    int offset = random.nextInt(machine.count());
    List<Ip> own =
        machine.nics().stream()
            .flatMap(n -> n.at(offset).stream())
            .filter(ip -> ip.family() == family)
            .toList();
    return own.isEmpty()
        ? Optional.empty()
        : Optional.of(new Inside(machine.ref(offset), any(own)));
  }

  private record Inside(Ref machine, Ip ip) {}

  private Optional<Router.Floating> floating(Router.Port port, int f) {
    Ip outer = any(nth(named(port.segment()), FIRST_FLOATING + f));
    return inside(outer.family())
        .map(in -> new Router.Floating(outer, port.segment(), in.machine(), in.ip(), here()));
  }

  private Optional<Router.Dnat> dnat(Router.Port port, int d) {
    List<Ip> own = port.addresses();
    Ip outer = one(2) && !own.isEmpty() ? any(own) : any(nth(named(port.segment()), FIRST_DNAT));
    Protocol protocol = one(3) ? Protocol.UDP : Protocol.TCP;
    return inside(outer.family())
        .map(in ->
            new Router.Dnat(
                outer,
                port.segment(),
                protocol,
                1 + random.nextInt(8) + 20 * d,
                in.machine(),
                in.ip(),
                port(),
                here()));
  }

  private Optional<Firewall> firewall(int i) {
    boolean onRouter = !routers.isEmpty() && (externals.isEmpty() || one(2));
    if (!onRouter && externals.isEmpty()) {
      return Optional.empty();
    }
    List<Firewall.Rule> rules = new ArrayList<>();
    times(5, r -> rules.add(firewallRule()));
    return Optional.of(
        new Firewall(
            "f" + i,
            onRouter ? any(routers).name() : null,
            onRouter ? null : any(externals).name(),
            one(2),
            rules,
            here()));
  }

  private Firewall.Rule firewallRule() {
    Policy.Action action = one(2) ? Policy.Action.ALLOW : Policy.Action.DENY;
    return new Firewall.Rule(action, endpoints(), endpoints(), traffic(), false, here());
  }

  private Chain chain(int i) {
    List<Chain.Stage> stages = new ArrayList<>();
    stages.add(new Chain.Stage(List.of(some(any(machines))), here()));
    times(2, s -> stages.add(new Chain.Stage(List.of(some(any(machines))), here())));
    return new Chain("c" + i, endpoints(), endpoints(), traffic(), stages, one(2), here());
  }

  private Router.Route route(String on) {
    return route(on, null);
  }

  private Router.Route route(String on, @Nullable Prefix known) {
    Segment segment = segments.get(Integer.parseInt(on.substring(1)));
    Ip subnet = any(segment.subnets()).first();
    List<External> there = externals.stream().filter(e -> e.segment().equals(on)).toList();
    External external = there.isEmpty() || one(2) ? null : any(there);
    int via = one(6) ? 1 + random.nextInt(15) : external != null ? GATEWAY : 1 + random.nextInt(3);
    return new Router.Route(
        known != null ? known : prefix(subnet.family()),
        subnet.plus(via),
        on,
        external == null ? null : external.name(),
        here());
  }

  private Prefix prefix(Ip.Family family) {
    Ip at =
        one(3)
            ? Ip.parse(family == Ip.Family.V4 ? "198.51.0.1" : "2001:db8:f0::1")
            : Ip.parse(family == Ip.Family.V4 ? "10.0.0.5" : "2001:db8::5");
    int segment = random.nextInt(used.length);
    Ip moved =
        family == Ip.Family.V4
            ? at.plus(256L * segment)
            : Ip.v6(at.high() + ((long) segment << 16), at.low());
    int shortest = family == Ip.Family.V4 ? 22 : 46;
    int length =
        one(5) ? 0 : one(2) ? shortest + random.nextInt(8) : family.bits() - random.nextInt(6);
    return Prefix.around(moved.plus(random.nextInt(8)), Math.min(length, family.bits()));
  }

  private Machine machine(int i) {
    int count = one(2) ? 1 : 1 + random.nextInt(3);
    List<Nic> nics = new ArrayList<>();
    int adapters = one(4) ? 2 : 1;
    for (int n = 0; n < adapters; n++) {
      int s = random.nextInt(segments.size());
      if (used[s] + count + 1 <= FIRST_VIRTUAL - FIRST_MACHINE) {
        nics.add(nic("nic" + (n + 1), s, count));
        used[s] += count + (one(3) && count > 1 ? 1 : 0);
      }
    }
    return new Machine(
        "m" + i,
        new Replicas(count, count > 1),
        1,
        1 << 28,
        List.of(),
        List.of(),
        nics,
        List.of(),
        new Placement(List.of(new Placement.Block(count, List.of(HOST)))),
        List.of(),
        Hardware.ANY,
        Provision.NOTHING,
        null,
        null,
        one(15),
        "",
        here());
  }

  private Nic nic(String name, int s, int count) {
    Segment segment = segments.get(s);
    List<Addresses> addresses = new ArrayList<>();
    for (Prefix subnet : segment.subnets()) {
      Ip first = subnet.first().plus(FIRST_MACHINE + used[s]);
      addresses.add(new Addresses(subnet, List.of(new IpRange(first, first.plus(count - 1)))));
    }
    return new Nic(
        name,
        segment.name(),
        new Mac(0x5254_0000_0000L + 64L * line),
        addresses,
        0,
        one(12),
        0,
        null,
        null,
        here());
  }

  private void balancer(int i) {
    Segment segment = any(segments);
    Ip address = any(nth(segment, FIRST_VIRTUAL + random.nextInt(2)));
    List<Member.Machines> able =
        machines.stream()
            .filter(m ->
                m.nics().stream()
                    .flatMap(n -> n.addresses().stream())
                    .anyMatch(a -> a.subnet().address().family() == address.family()))
            .map(this::some)
            .toList();
    if (!able.isEmpty()) {
      Protocol protocol = one(3) ? Protocol.UDP : Protocol.TCP;
      balancers.add(
          new Balancer(
              "b" + i,
              segment.name(),
              address,
              new Mac(0x0200_0100_0000L + line),
              protocol,
              port(),
              one(3) ? List.of(any(able), any(able)) : List.of(any(able)),
              port(),
              Balancer.Algorithm.ROUND_ROBIN,
              new Balancer.Check(protocol, 1, 1),
              HOST,
              here()));
    }
  }

  private int port() {
    return one(20) ? 65535 : 1 + random.nextInt(8);
  }

  private Member.Machines some(Machine machine) {
    int first = random.nextInt(machine.count());
    int last = first + random.nextInt(machine.count() - first);
    return new Member.Machines(machine.name(), first, last);
  }

  private Member member() {
    int kind = random.nextInt(14);
    if (kind < 2) {
      return new Member.OnSegment(any(segments).name());
    } else if (kind < 4 && !externals.isEmpty()) {
      return new Member.Outside(any(externals).name());
    } else if (kind < 6 && !balancers.isEmpty()) {
      return new Member.Virtual(any(balancers).name());
    } else if (kind == 6) {
      return new Member.Literal(IpSet.of(prefix(one(3) ? Ip.Family.V6 : Ip.Family.V4)));
    } else if (kind == 7) {
      return new Member.Any();
    }
    return some(any(machines));
  }

  private Endpoints endpoints() {
    List<Member> include = one(4) ? List.of(member(), member()) : List.of(member());
    return new Endpoints(include.toString(), include, one(5) ? List.of(member()) : List.of());
  }

  private Policy.Rule rule() {
    return new Policy.Rule(
        one(2) ? Policy.Action.ALLOW : Policy.Action.DENY,
        endpoints(),
        endpoints(),
        traffic(),
        false,
        here());
  }

  private @Nullable Traffic traffic() {
    if (one(4)) {
      return null;
    }
    List<Traffic.Match> matches = one(4) ? List.of(match(), match()) : List.of(match());
    return new Traffic(matches.toString(), matches);
  }

  private Traffic.Match match() {
    int first = port();
    int last = one(2) ? first : Math.min(65535, first + random.nextInt(9));
    return switch (random.nextInt(6)) {
      case 0 -> new Traffic.Match(Protocol.ICMP, 0, 65535);
      case 1 -> new Traffic.Match(Protocol.ANY, 0, 65535);
      case 2 -> new Traffic.Match(Protocol.UDP, first, last);
      default -> new Traffic.Match(Protocol.TCP, first, last);
    };
  }

  private Assertion assertion() {
    Claim.Mode mode = any(List.of(Claim.Mode.values()));
    Endpoints from = endpoints();
    Endpoints to = endpoints();
    Traffic traffic =
        mode == Claim.Mode.REACHES_ONLY ? new Traffic("t", List.of(match())) : traffic();
    String text = from.text() + " " + mode + " " + to.text() + " on " + traffic;
    return new Assertion(text, new Claim.Reach(mode, from, to, traffic), here());
  }
}
