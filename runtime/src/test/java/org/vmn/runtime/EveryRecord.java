package org.vmn.runtime;

import static org.vmn.runtime.TestNetworks.all;
import static org.vmn.runtime.TestNetworks.at;
import static org.vmn.runtime.TestNetworks.every;
import static org.vmn.runtime.TestNetworks.ip;
import static org.vmn.runtime.TestNetworks.just;
import static org.vmn.runtime.TestNetworks.kvm;
import static org.vmn.runtime.TestNetworks.nic;
import static org.vmn.runtime.TestNetworks.onHost;
import static org.vmn.runtime.TestNetworks.outside;
import static org.vmn.runtime.TestNetworks.port;
import static org.vmn.runtime.TestNetworks.prefixes;
import static org.vmn.runtime.TestNetworks.tcp;
import static org.vmn.runtime.TestNetworks.uplinks;

import java.util.List;
import org.vmn.runtime.network.Assertion;
import org.vmn.runtime.network.Balancer;
import org.vmn.runtime.network.Call;
import org.vmn.runtime.network.Chain;
import org.vmn.runtime.network.Claim;
import org.vmn.runtime.network.Claim.Waypoint;
import org.vmn.runtime.network.Element;
import org.vmn.runtime.network.Endpoints;
import org.vmn.runtime.network.Event;
import org.vmn.runtime.network.Expectation;
import org.vmn.runtime.network.Expectation.Subject;
import org.vmn.runtime.network.External;
import org.vmn.runtime.network.FabricSwitch;
import org.vmn.runtime.network.Firewall;
import org.vmn.runtime.network.Hardware;
import org.vmn.runtime.network.Host;
import org.vmn.runtime.network.Label;
import org.vmn.runtime.network.Link;
import org.vmn.runtime.network.Load;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.network.Monitor;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Nic;
import org.vmn.runtime.network.Policy;
import org.vmn.runtime.network.Program;
import org.vmn.runtime.network.Protect;
import org.vmn.runtime.network.Provision;
import org.vmn.runtime.network.Ref;
import org.vmn.runtime.network.Replicas;
import org.vmn.runtime.network.Router;
import org.vmn.runtime.network.Scale;
import org.vmn.runtime.network.Scenario;
import org.vmn.runtime.network.Segment;
import org.vmn.runtime.network.Service;
import org.vmn.runtime.network.Standby;
import org.vmn.runtime.network.Traffic;
import org.vmn.runtime.network.Uplink;
import org.vmn.runtime.network.UplinkRef;
import org.vmn.runtime.network.VirtualSwitch;
import org.vmn.runtime.value.IpRange;
import org.vmn.runtime.value.IpSet;
import org.vmn.runtime.value.Mac;
import org.vmn.runtime.value.Prefix;

/** A network with at least one of every record that a network may hold and small networks lack. */
final class EveryRecord {
  private static final long SECOND = 1_000_000_000L;
  private static final Service WWW = new Service.AtBalancer("www");
  private static final Service SHOP = new Service.AtProgram("app", "shop");

  private EveryRecord() {}

  static Network network() {
    Segment outer =
        new Segment(
            "outer",
            new Segment.Vlan(110, uplinks("kvm[1].eno1", "kvm[2].eno1")),
            prefixes("192.0.2.0/24"),
            1500,
            false,
            null,
            null,
            "br-outer",
            at(3));
    Segment inner =
        new Segment(
            "inner",
            new Segment.Vlan(111, uplinks("kvm[1].eno1", "kvm[2].eno1")),
            prefixes("10.0.0.0/24"),
            1500,
            true,
            new Segment.Dhcp(
                List.of(new IpRange(ip("10.0.0.100"), ip("10.0.0.199"))), 3600 * SECOND),
            new Segment.Dns(List.of(ip("10.0.0.53")), "example.org"),
            null,
            at(4));
    Router edge =
        new Router(
            "edge",
            List.of(port(outer, 0x20, "192.0.2.2"), port(inner, 0x21)),
            List.of(
                new Router.Route(
                    Prefix.parse("0.0.0.0/0"), ip("192.0.2.1"), "outer", "internet", at(6))),
            List.of("inner"),
            List.of(
                new Router.Floating(
                    ip("192.0.2.20"), "outer", Ref.parse("app[1]"), ip("10.0.0.10"), at(7))),
            List.of(
                new Router.Dnat(
                    ip("192.0.2.2"),
                    "outer",
                    Traffic.Protocol.TCP,
                    2222,
                    Ref.parse("app[2]"),
                    ip("10.0.0.11"),
                    22,
                    at(8))),
            true,
            Ref.parse("kvm[1]"),
            new Standby(List.of(Ref.parse("kvm[2]")), List.of("outer"), 300_000_000L),
            at(6));
    External internet =
        new External(
            "internet",
            "outer",
            List.of(ip("192.0.2.1")),
            null,
            IpSet.of(Prefix.parse("198.51.100.0/24")),
            at(5));
    Machine app = app(inner, outer);
    Machine ids =
        TestNetworks.machine("ids", Replicas.ONE, 1, onHost(1, "kvm[1]"), nic(inner, 5, 50, 1, 0));
    return TestNetworks.network("everything", 1)
        .hosts(labelled(kvm(2, 1_000_000_000L)))
        .fabric(new FabricSwitch("tor", new Replicas(2, true), at(1)))
        .links(
            wire("w1", new Link.Port(UplinkRef.parse("kvm[1].eno1")), "tor[1]"),
            wire("w2", new Link.Device(Ref.parse("tor[2]")), "tor[1]"))
        .switches(
            new VirtualSwitch(
                "br-outer",
                List.of(Ref.parse("kvm[1]")),
                List.of(UplinkRef.parse("kvm[1].eno1")),
                at(2)))
        .segments(outer, inner)
        .externals(internet)
        .routers(edge)
        .firewalls(firewall("fw", "edge", null), firewall("outer-fw", null, "internet"))
        .machines(app, ids)
        .balancers(
            new Balancer(
                "www",
                "outer",
                ip("192.0.2.10"),
                Mac.parse("52:54:00:00:00:10"),
                Traffic.Protocol.TCP,
                443,
                List.of(every(app)),
                8443,
                Balancer.Algorithm.ROUND_ROBIN,
                new Balancer.Check(Traffic.Protocol.TCP, 5 * SECOND, 3),
                Ref.parse("kvm[1]"),
                new Standby(List.of(Ref.parse("kvm[2]")), List.of("outer"), 300_000_000L),
                at(15)))
        .chains(
            new Chain(
                "inspect",
                outside("internet"),
                all(app),
                null,
                List.of(new Chain.Stage(List.of(every(ids)), at(16))),
                true,
                at(16)))
        .assertions(claims(app))
        .scenarios(scenario(app))
        .monitors(
            new Monitor("health", all(app), 15 * SECOND, List.of(expectations().get(0)), at(30)))
        .build();
  }

  private static Host labelled(Host host) {
    return new Host(
        host.name(),
        host.replicas(),
        host.cpu(),
        host.memoryBytes(),
        host.storageBytes(),
        new Host.Disks(4_000_000_000L),
        new Host.Overcommit(4, 1.5, 2),
        host.zone(),
        host.uplinks().stream().map(EveryRecord::untagged).toList(),
        List.of(new Label("rack", "r1")),
        host.origin());
  }

  private static Uplink untagged(Uplink uplink) {
    return new Uplink(
        uplink.name(),
        uplink.bitsPerSecond(),
        uplink.latencyNanos(),
        uplink.mtu(),
        uplink.underlay(),
        uplink.bond(),
        110,
        uplink.origin());
  }

  private static Link wire(String name, Link.End from, String device) {
    return new Link(
        name, from, new Link.Device(Ref.parse(device)), 10_000_000_000L, 1000, 0.001, at(1));
  }

  private static Firewall firewall(String name, String router, String external) {
    return new Firewall(
        name,
        router,
        external,
        false,
        List.of(
            new Firewall.Rule(
                Policy.Action.ALLOW,
                outside("internet"),
                TestNetworks.literal("10.0.0.0/24"),
                new Traffic("8443/tcp", List.of(tcp(8443))),
                true,
                at(9))),
        at(9));
  }

  private static Machine app(Segment inner, Segment outer) {
    Machine plain =
        TestNetworks.machine(
            "app",
            new Replicas(3, true),
            2,
            onHost(3, "kvm[1]", "kvm[2]"),
            nic(inner, 1, 10, 3, 0));
    Nic first = plain.nics().get(0);
    Nic mirrored =
        new Nic(
            first.name(),
            first.segment(),
            first.mac(),
            first.addresses(),
            first.bitsPerSecond(),
            false,
            5,
            null,
            Ref.parse("ids"),
            first.origin());
    Nic carried = nic(outer, 1, 30, 3, 0);
    Nic tagged =
        new Nic(
            "nic1.110",
            "outer",
            first.mac(),
            carried.addresses(),
            0,
            false,
            0,
            "nic1",
            null,
            at(15));
    Call call = new Call(SHOP, 2.5, 1024, 4096, SECOND, 2, at(14));
    Program shop =
        new Program(
            "shop",
            new Traffic("8443/tcp", List.of(tcp(8443))),
            2_000_000,
            8,
            100,
            List.of(call),
            new Balancer.Check(Traffic.Protocol.TCP, SECOND, 3),
            at(14));
    return new Machine(
        plain.name(),
        plain.replicas(),
        plain.cpu(),
        plain.memoryBytes(),
        plain.disks(),
        plain.users(),
        List.of(mirrored, tagged),
        List.of(shop),
        plain.placement(),
        List.of(new Label("owner", "payments")),
        new Hardware(2, List.of(4, 5), 2 << 20),
        new Provision(
            List.of(new Provision.File("/etc/motd", "hello\n", 420, at(14))), List.of("nginx")),
        new Scale(1, 2, 0.7, 0.3, 30 * SECOND, 60 * SECOND, at(14)),
        new Protect(300 * SECOND, 600 * SECOND, 120 * SECOND, List.of(Ref.parse("kvm[2]")), at(14)),
        true,
        plain.documentation(),
        plain.origin());
  }

  private static Assertion[] claims(Machine app) {
    Endpoints net = outside("internet");
    Claim reach = new Claim.Reach(Claim.Mode.REACHES, net, all(app), null);
    return List.<Claim>of(
            reach,
            new Claim.Crosses(
                net,
                all(app),
                Traffic.EVERYTHING,
                List.of(
                    new Waypoint.AtBalancer("www"),
                    new Waypoint.AtRouter("edge"),
                    new Waypoint.AtFirewall("fw"),
                    new Waypoint.AtChain("inspect"),
                    new Waypoint.AtMachines("ids", 0, 0))),
            new Claim.Isolated(net, just(app, 1)),
            new Claim.NoLoops(),
            new Claim.NoBlackHoles(),
            new Claim.MtuAtLeast(net, all(app), 1400),
            new Claim.UnderFailures(2, List.of(Claim.Kind.values()), reach),
            new Claim.Usage(Claim.Resource.CPU, Claim.Scope.HOST, null, 0.75, true, true),
            new Claim.Usage(Claim.Resource.BANDWIDTH, Claim.Scope.LINK, "w1", 0.5, true, false),
            new Claim.Redundant(net, all(app), null))
        .stream()
        .map(claim ->
            new Assertion(
                "a claim",
                claim,
                at(20),
                claim instanceof Claim.Redundant
                    ? new Assertion.Guideline(Assertion.Level.WARNING, "ask us", at(21))
                    : null))
        .toArray(Assertion[]::new);
  }

  private static Scenario scenario(Machine app) {
    Endpoints net = outside("internet");
    return new Scenario(
        "story",
        600 * SECOND,
        10 * SECOND,
        List.of(
            new Load.Requests(
                net,
                WWW,
                List.of(new Load.Point(0, 10), new Load.Point(SECOND, 20.5)),
                1,
                2,
                3,
                at(21)),
            new Load.Clients(net, SHOP, 100, SECOND, 1, 2, 0, at(21)),
            new Load.Transfers(net, all(app), 1 << 30, SECOND, 60 * SECOND, at(21))),
        events(),
        expectations(),
        at(21));
  }

  private static List<Event> events() {
    Element uplink = new Element.OfUplink(UplinkRef.parse("kvm[1].eno1"));
    Ref machine = Ref.parse("app[1]");
    Ref host = Ref.parse("kvm[2]");
    return List.of(
        new Event.Fail(SECOND, new Element.OfHost(host), at(22)),
        new Event.Fail(SECOND, new Element.OfMachine(machine), at(22)),
        new Event.Fail(SECOND, new Element.OfLink("w1"), at(22)),
        new Event.Fail(SECOND, new Element.OfRouter("edge"), at(22)),
        new Event.Fail(SECOND, new Element.OfZone("a"), at(22)),
        new Event.Fail(SECOND, new Element.OfDevice(Ref.parse("tor[1]")), at(22)),
        new Event.Restore(2 * SECOND, uplink, at(22)),
        new Event.Impair(3 * SECOND, uplink, 1000, 100, 0.01, 1_000_000, at(22)),
        new Event.Migrate(4 * SECOND, machine, host, at(22)),
        new Event.ScaleTo(5 * SECOND, "app", 3, at(22)),
        new Event.Quarantine(6 * SECOND, machine, at(22)),
        new Event.Maintain(7 * SECOND, host, 60 * SECOND, at(22)),
        new Event.Backup(8 * SECOND, machine, at(22)),
        new Event.Burst(9 * SECOND, WWW, 3.5, SECOND, at(22)));
  }

  private static List<Expectation> expectations() {
    return List.of(
        expect(Expectation.Metric.LATENCY, 99, new Subject.OfBalancer("www"), 1e9),
        expect(Expectation.Metric.LOSS, 0, new Subject.OfProgram("app", "shop"), 0.01),
        expect(Expectation.Metric.THROUGHPUT, 0, new Subject.OfBalancer("www"), 10),
        expect(Expectation.Metric.AVAILABILITY, 0, new Subject.OfMachine("app"), 0.99),
        expect(Expectation.Metric.RECOVERY, 0, new Subject.OfBalancer("www"), 1e9),
        expect(Expectation.Metric.UTILISATION, 0, new Subject.OfHost("kvm"), 0.9),
        expect(
            Expectation.Metric.UTILISATION,
            0,
            new Subject.OfUplink(UplinkRef.parse("kvm[1].eno1")),
            0.9),
        expect(Expectation.Metric.UTILISATION, 0, new Subject.OfLink("w1"), 0.9),
        expect(Expectation.Metric.RPO, 0, new Subject.OfMachine("app"), 1e9),
        expect(Expectation.Metric.RTO, 0, new Subject.OfMachine("app"), 1e9));
  }

  private static Expectation expect(
      Expectation.Metric metric, double percentile, Subject subject, double bound) {
    return new Expectation("a bound", metric, percentile, subject, bound, true, false, at(23));
  }
}
