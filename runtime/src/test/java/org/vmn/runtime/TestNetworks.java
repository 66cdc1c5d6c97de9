package org.vmn.runtime;

import java.util.List;
import org.vmn.runtime.network.Addresses;
import org.vmn.runtime.network.Assertion;
import org.vmn.runtime.network.Balancer;
import org.vmn.runtime.network.Claim;
import org.vmn.runtime.network.Deployment;
import org.vmn.runtime.network.Disk;
import org.vmn.runtime.network.Element;
import org.vmn.runtime.network.Endpoints;
import org.vmn.runtime.network.Event;
import org.vmn.runtime.network.Expectation;
import org.vmn.runtime.network.External;
import org.vmn.runtime.network.Group;
import org.vmn.runtime.network.Hardware;
import org.vmn.runtime.network.Host;
import org.vmn.runtime.network.Load;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.network.Member;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Nic;
import org.vmn.runtime.network.Origin;
import org.vmn.runtime.network.Overlay;
import org.vmn.runtime.network.Placement;
import org.vmn.runtime.network.Policy;
import org.vmn.runtime.network.Program;
import org.vmn.runtime.network.Provision;
import org.vmn.runtime.network.Ref;
import org.vmn.runtime.network.Replicas;
import org.vmn.runtime.network.Router;
import org.vmn.runtime.network.Scenario;
import org.vmn.runtime.network.Segment;
import org.vmn.runtime.network.Service;
import org.vmn.runtime.network.Traffic;
import org.vmn.runtime.network.Uplink;
import org.vmn.runtime.network.UplinkRef;
import org.vmn.runtime.network.User;
import org.vmn.runtime.value.Ip;
import org.vmn.runtime.value.IpRange;
import org.vmn.runtime.value.IpSet;
import org.vmn.runtime.value.Mac;
import org.vmn.runtime.value.Prefix;

/** Small networks written by hand, and the pieces to make more. */
public final class TestNetworks {
  private static final long GIB = 1L << 30;
  private static final long SECOND = 1_000_000_000L;
  private static final long GBPS = 1_000_000_000L;

  private TestNetworks() {}

  /** All of them. */
  public static List<Network> all() {
    return List.of(hello(), tiers(), shop(), EveryRecord.network());
  }

  /** Two machines on a segment, everything by default. */
  public static Network hello() {
    Segment lan =
        new Segment(
            "lan",
            new Segment.Local(),
            prefixes("10.0.0.0/24"),
            1500,
            false,
            null,
            null,
            null,
            at(3));
    Machine a = machine("a", Replicas.ONE, 1, onHost(1, "host"), nic(lan, 1, 10, 1, 0));
    Machine b = machine("b", Replicas.ONE, 1, onHost(1, "host"), nic(lan, 2, 20, 1, 0));
    Host host = new Host("host", Replicas.ONE, 0, 0, 0, "", List.of(), List.of(), Origin.NONE);
    Assertion reaches =
        new Assertion(
            "a reaches b",
            new Claim.Reach(Claim.Mode.REACHES, all(a), all(b), Traffic.EVERYTHING),
            at(6));
    return network("hello", 0)
        .hosts(host)
        .segments(lan)
        .machines(a, b)
        .policy(new Policy(true, false, List.of(), Origin.NONE))
        .assertions(reaches)
        .build();
  }

  /**
   * Web and database servers in two subnets with a router between; only what is allowed may talk.
   */
  public static Network tiers() {
    Host kvm = kvm(2, 10 * GBPS);
    Overlay tenant =
        new Overlay(
            "tenant", Overlay.Encapsulation.VXLAN, uplinks("kvm[1].eno1", "kvm[2].eno1"), at(9));
    Segment front =
        new Segment(
            "front",
            new Segment.Tunnel("tenant", 4242),
            prefixes("10.20.0.0/24", "2001:db8:20::/64"),
            8950,
            false,
            null,
            null,
            null,
            at(10));
    Segment back =
        new Segment(
            "back",
            new Segment.Tunnel("tenant", 4243),
            prefixes("10.20.1.0/24"),
            8950,
            false,
            null,
            null,
            null,
            at(11));
    Router edge =
        new Router(
            "edge",
            List.of(port(front, 0x10), port(back, 0x11)),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            false,
            null,
            null,
            at(12));
    Machine web =
        machine(
            "web",
            new Replicas(4, true),
            2,
            onHost(4, "kvm[1]", "kvm[2]"),
            nic(front, 10, 10, 4, 0));
    Machine db =
        machine(
            "db",
            new Replicas(2, true),
            8,
            onHost(2, "kvm[1]", "kvm[2]"),
            nic(back, 20, 10, 2, 2 * GBPS));
    Traffic postgres = new Traffic("postgres", List.of(tcp(5432)));
    Group tier =
        new Group(
            "tier", new Endpoints("web, db", List.of(every(web), every(db)), List.of()), at(20));
    return network("tiers", 42)
        .hosts(kvm)
        .overlays(tenant)
        .segments(front, back)
        .routers(edge)
        .machines(web, db)
        .groups(tier)
        .policy(
            new Policy(
                false,
                true,
                List.of(
                    new Policy.Rule(
                        Policy.Action.ALLOW, all(web), all(db), postgres, false, at(23)),
                    new Policy.Rule(
                        Policy.Action.DENY, just(web, 3), all(db), postgres, true, at(24))),
                at(22)))
        .assertions(
            new Assertion(
                "tier cannot reach front",
                new Claim.Reach(Claim.Mode.CANNOT_REACH, tier.members(), segment(front), null),
                at(30)))
        .build();
  }

  /** Customers outside, four web servers on two hosts behind a balancer, and a story about them. */
  public static Network shop() {
    return shop(4, 1, Balancer.Algorithm.LEAST_CONNECTIONS, 25 * GBPS);
  }

  /**
   * The shop with other figures.
   *
   * @param servers targets of the balancer, in turn on hosts {@code kvm[1]} and {@code kvm[2]}; the
   *     gateway is {@code kvm[3]}
   * @param cpu of each
   * @param bitsPerSecond of every host's uplink
   */
  public static Network shop(
      int servers, int cpu, Balancer.Algorithm algorithm, long bitsPerSecond) {
    Host kvm = kvm(3, bitsPerSecond);
    Segment dmz =
        new Segment(
            "dmz",
            new Segment.Vlan(110, uplinks("kvm[1].eno1", "kvm[2].eno1", "kvm[3].eno1")),
            prefixes("192.0.2.0/24"),
            1500,
            false,
            null,
            null,
            null,
            at(5));
    Overlay tenant =
        new Overlay(
            "tenant",
            Overlay.Encapsulation.GENEVE,
            uplinks("kvm[1].eno1", "kvm[2].eno1", "kvm[3].eno1"),
            at(6));
    Segment front =
        new Segment(
            "front",
            new Segment.Tunnel("tenant", 7),
            prefixes("10.20.0.0/16"),
            8942,
            false,
            null,
            null,
            null,
            at(7));
    External internet =
        new External(
            "internet",
            "dmz",
            List.of(ip("192.0.2.1")),
            Mac.parse("52:54:00:00:00:01"),
            IpSet.ALL
                .minus(IpSet.of(Prefix.parse("10.0.0.0/8")))
                .minus(IpSet.of(Prefix.parse("192.0.2.0/24"))),
            at(8));
    Router edge =
        new Router(
            "edge",
            List.of(port(dmz, 0x20, "192.0.2.2"), port(front, 0x21)),
            List.of(
                new Router.Route(
                    Prefix.parse("0.0.0.0/0"), ip("192.0.2.1"), "dmz", "internet", at(9))),
            List.of("front"),
            List.of(),
            List.of(),
            false,
            Ref.parse("kvm[3]"),
            null,
            at(9));
    Machine web =
        machine(
            "web",
            new Replicas(servers, true),
            cpu,
            onHost(servers, "kvm[1]", "kvm[2]"),
            nic(front, 0x100, 10, servers, 0));
    Machine admin =
        machine("admin", Replicas.ONE, 1, onHost(1, "kvm[1]"), nic(front, 0x90, 9, 1, 0));
    Balancer www =
        new Balancer(
            "www",
            "dmz",
            ip("192.0.2.10"),
            Mac.parse("52:54:00:00:00:10"),
            Traffic.Protocol.TCP,
            443,
            List.of(every(web)),
            8443,
            algorithm,
            new Balancer.Check(Traffic.Protocol.TCP, 5 * SECOND, 3),
            Ref.parse("kvm[3]"),
            null,
            at(15));
    Endpoints outside =
        new Endpoints("internet", List.of(new Member.Outside("internet")), List.of());
    Endpoints service = new Endpoints("www", List.of(new Member.Virtual("www")), List.of());
    Endpoints suspect =
        new Endpoints(
            "203.0.113.0/24",
            List.of(new Member.Literal(IpSet.of(Prefix.parse("203.0.113.0/24")))),
            List.of());
    return network("shop", -7)
        .hosts(kvm)
        .overlays(tenant)
        .segments(dmz, front)
        .externals(internet)
        .routers(edge)
        .machines(web, admin)
        .balancers(www)
        .policy(
            new Policy(
                false,
                false,
                List.of(
                    new Policy.Rule(Policy.Action.ALLOW, outside, service, null, false, at(17)),
                    new Policy.Rule(Policy.Action.DENY, suspect, service, null, true, at(18))),
                at(16)))
        .assertions(
            new Assertion(
                "internet reaches www",
                new Claim.Reach(Claim.Mode.REACHES, outside, service, null),
                at(19)))
        .scenarios(
            new Scenario(
                "black_friday",
                60 * SECOND,
                0,
                List.of(load(outside, 60, 100, 900)),
                List.of(fail(30, new Element.OfHost(Ref.parse("kvm[1]")))),
                List.of(
                    new Expectation(
                        "p99 latency www < 250 ms",
                        Expectation.Metric.LATENCY,
                        99,
                        new Expectation.Subject.OfBalancer("www"),
                        0.25 * SECOND,
                        true,
                        false,
                        at(23)),
                    new Expectation(
                        "loss www <= 0.1 %",
                        Expectation.Metric.LOSS,
                        0,
                        new Expectation.Subject.OfBalancer("www"),
                        0.001,
                        true,
                        true,
                        at(24)),
                    new Expectation(
                        "throughput www > 400 req/s",
                        Expectation.Metric.THROUGHPUT,
                        0,
                        new Expectation.Subject.OfBalancer("www"),
                        400,
                        false,
                        false,
                        at(25))),
                at(21)))
        .deployments(
            new Deployment(
                "lab", List.of(Deployment.Target.LIBVIRT, Deployment.Target.OVS), at(28)))
        .build();
  }

  /**
   * One host without uplinks, clients {@code c} and servers {@code web} on one segment, no policy:
   * nothing takes time but the servers.
   */
  public static Network bench(int servers, int cpu, Balancer.Algorithm algorithm) {
    Segment lan =
        new Segment(
            "lan",
            new Segment.Local(),
            prefixes("10.0.0.0/16"),
            1500,
            false,
            null,
            null,
            null,
            at(3));
    Machine web =
        machine(
            "web",
            new Replicas(servers, true),
            cpu,
            onHost(servers, "host"),
            nic(lan, 1, 1000, servers, 0));
    Machine c =
        machine("c", new Replicas(100, true), 1, onHost(100, "host"), nic(lan, 0x1000, 10, 100, 0));
    Balancer www =
        new Balancer(
            "www",
            "lan",
            ip("10.0.0.5"),
            Mac.parse("52:54:00:00:00:05"),
            Traffic.Protocol.TCP,
            80,
            List.of(every(web)),
            8080,
            algorithm,
            new Balancer.Check(Traffic.Protocol.TCP, 5 * SECOND, 3),
            Ref.parse("host"),
            null,
            at(5));
    return network("bench", 0)
        .hosts(new Host("host", Replicas.ONE, 0, 0, 0, "", List.of(), List.of(), Origin.NONE))
        .segments(lan)
        .machines(web, c)
        .balancers(www)
        .build();
  }

  /**
   * Server {@code web} on {@code kvm[1]}, client {@code c} on {@code kvm[2]}, a VLAN between them.
   *
   * @param uplinks bits per second of the hosts' uplinks
   * @param adapter bits per second of the server's adapter
   */
  public static Network pair(long uplinks, long adapter) {
    Segment lan =
        new Segment(
            "lan",
            new Segment.Vlan(5, uplinks("kvm[1].eno1", "kvm[2].eno1")),
            prefixes("10.0.0.0/24"),
            1500,
            false,
            null,
            null,
            null,
            at(3));
    Machine web = machine("web", Replicas.ONE, 4, onHost(1, "kvm[1]"), nic(lan, 1, 10, 1, adapter));
    Machine c = machine("c", Replicas.ONE, 1, onHost(1, "kvm[2]"), nic(lan, 2, 20, 1, 0));
    Balancer www =
        new Balancer(
            "www",
            "lan",
            ip("10.0.0.5"),
            Mac.parse("52:54:00:00:00:05"),
            Traffic.Protocol.TCP,
            80,
            List.of(every(web)),
            8080,
            Balancer.Algorithm.RANDOM,
            new Balancer.Check(Traffic.Protocol.TCP, 5 * SECOND, 3),
            Ref.parse("kvm[1]"),
            null,
            at(5));
    return network("pair", 0)
        .hosts(kvm(2, uplinks))
        .segments(lan)
        .machines(web, c)
        .balancers(www)
        .build();
  }

  /** A story of this length without events or expectations. */
  public static Scenario story(int seconds, Load... loads) {
    return new Scenario("story", seconds * SECOND, 0, List.of(loads), List.of(), List.of(), at(21));
  }

  /** The same story with a failure. */
  public static Scenario failing(Scenario story, int seconds, Element element) {
    return new Scenario(
        story.name(),
        story.durationNanos(),
        story.warmupNanos(),
        story.loads(),
        List.of(fail(seconds, element)),
        story.expectations(),
        story.origin());
  }

  public static Event fail(int seconds, Element element) {
    return new Event.Fail(seconds * SECOND, element, at(22));
  }

  public static Endpoints outside(String external) {
    return new Endpoints(external, List.of(new Member.Outside(external)), List.of());
  }

  public static Endpoints literal(String prefix) {
    return new Endpoints(
        prefix, List.of(new Member.Literal(IpSet.of(Prefix.parse(prefix)))), List.of());
  }

  /** All replicas of a machine. */
  public static Endpoints all(Network network, String machine) {
    return network.machines().stream()
        .filter(m -> m.name().equals(machine))
        .findFirst()
        .map(TestNetworks::all)
        .orElseThrow();
  }

  /**
   * A load on balancer {@code www} of 2 KiB requests and 30 KiB responses, whose rate goes from the
   * first to the last figure.
   */
  public static Load load(Endpoints from, int seconds, double first, double last) {
    return requests(
        from, List.of(new Load.Point(0, first), new Load.Point(seconds * SECOND, last)), 2 << 10);
  }

  /** A load on balancer {@code www} of 2 KiB requests and 30 KiB responses. */
  public static Load load(Endpoints from, double rate) {
    return requests(from, List.of(new Load.Point(0, rate)), 2 << 10);
  }

  /** A load on balancer {@code www} of empty requests and 30 KiB responses. */
  public static Load downloads(Endpoints from, double rate) {
    return requests(from, List.of(new Load.Point(0, rate)), 0);
  }

  private static Load requests(Endpoints from, List<Load.Point> curve, long requestBytes) {
    return new Load.Requests(
        from, new Service.AtBalancer("www"), curve, requestBytes, 30 << 10, 0, at(22));
  }

  public static Origin at(int line) {
    return new Origin("test.vmn", line, 1, line, 20, null);
  }

  public static Ip ip(String text) {
    return Ip.parse(text);
  }

  public static List<Prefix> prefixes(String... texts) {
    return List.of(texts).stream().map(Prefix::parse).toList();
  }

  public static List<UplinkRef> uplinks(String... texts) {
    return List.of(texts).stream().map(UplinkRef::parse).toList();
  }

  public static Member.Machines every(Machine machine) {
    return new Member.Machines(machine.name(), 0, machine.count() - 1);
  }

  public static Endpoints all(Machine machine) {
    return new Endpoints(machine.name(), List.of(every(machine)), List.of());
  }

  public static Endpoints just(Machine machine, int offset) {
    Member one = new Member.Machines(machine.name(), offset, offset);
    return new Endpoints(machine.ref(offset).toString(), List.of(one), List.of());
  }

  public static Endpoints segment(Segment segment) {
    return new Endpoints(segment.name(), List.of(new Member.OnSegment(segment.name())), List.of());
  }

  public static Traffic.Match tcp(int port) {
    return new Traffic.Match(Traffic.Protocol.TCP, port, port);
  }

  public static Placement onHost(int count, String... hosts) {
    List<Ref> refs = List.of(hosts).stream().map(Ref::parse).toList();
    return new Placement(List.of(new Placement.Block(count, refs)));
  }

  /** Hosts with one uplink {@code eno1} of 20 µs. */
  public static Host kvm(int count, long bitsPerSecond) {
    Addresses underlay =
        new Addresses(
            Prefix.parse("172.16.0.0/24"),
            List.of(new IpRange(ip("172.16.0.1"), ip("172.16.0.1").plus(count - 1))));
    Uplink eno1 = new Uplink("eno1", bitsPerSecond, 20_000, 9000, underlay, List.of(), at(2));
    return new Host(
        "kvm",
        new Replicas(count, true),
        32,
        128 * GIB,
        2048 * GIB,
        "a",
        List.of(eno1),
        List.of(),
        at(1));
  }

  /** A router's port that has the given address, or the first of each subnet. */
  public static Router.Port port(Segment segment, int mac, String... addresses) {
    List<Ip> ips =
        addresses.length > 0
            ? List.of(addresses).stream().map(Ip::parse).toList()
            : segment.subnets().stream().map(Prefix::firstHost).toList();
    return new Router.Port(segment.name(), ips, mac(mac), at(12));
  }

  /**
   * Adapter {@code nic1} whose replicas have addresses from number {@code first} of each subnet.
   */
  public static Nic nic(Segment segment, int mac, int first, int count, long bitsPerSecond) {
    List<Addresses> addresses =
        segment.subnets().stream()
            .map(subnet ->
                new Addresses(
                    subnet,
                    List.of(
                        new IpRange(
                            subnet.first().plus(first), subnet.first().plus(first + count - 1)))))
            .toList();
    return new Nic(
        "nic1", segment.name(), mac(mac), addresses, bitsPerSecond, false, 0, null, null, at(15));
  }

  public static Machine machine(
      String name, Replicas replicas, int cpu, Placement placement, Nic... nics) {
    Disk root =
        new Disk(
            "root",
            20 * GIB,
            new Disk.Image("debian12", "qcow2", "/images/debian12.qcow2", null),
            at(14));
    User ops = new User("ops", List.of("ssh-ed25519 AAAA ops@example.org"), at(14));
    Program program =
        Program.listening("shop", new Traffic("8443/tcp", List.of(tcp(8443))), at(14));
    return new Machine(
        name,
        replicas,
        cpu,
        4 * GIB,
        List.of(root, new Disk("data", GIB, null, at(14))),
        List.of(ops),
        List.of(nics),
        List.of(program),
        placement,
        List.of(),
        Hardware.ANY,
        Provision.NOTHING,
        null,
        null,
        false,
        "Serves \"customers\".\n",
        at(14));
  }

  private static Mac mac(int low) {
    return new Mac(0x5254_0000_0000L + ((long) low << 8));
  }

  public static TestNetworkBuilder network(String name, long seed) {
    return new TestNetworkBuilder(name, seed);
  }
}
