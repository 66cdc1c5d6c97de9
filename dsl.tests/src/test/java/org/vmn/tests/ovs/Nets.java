package org.vmn.tests.ovs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.network.Addresses;
import org.vmn.runtime.network.Balancer;
import org.vmn.runtime.network.Endpoints;
import org.vmn.runtime.network.External;
import org.vmn.runtime.network.Firewall;
import org.vmn.runtime.network.Hardware;
import org.vmn.runtime.network.Host;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.network.Member;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.NetworkBuilder;
import org.vmn.runtime.network.Nic;
import org.vmn.runtime.network.Origin;
import org.vmn.runtime.network.Overlay;
import org.vmn.runtime.network.Placement;
import org.vmn.runtime.network.Policy;
import org.vmn.runtime.network.Provision;
import org.vmn.runtime.network.Ref;
import org.vmn.runtime.network.Replicas;
import org.vmn.runtime.network.Router;
import org.vmn.runtime.network.Segment;
import org.vmn.runtime.network.Traffic;
import org.vmn.runtime.network.Uplink;
import org.vmn.runtime.network.UplinkRef;
import org.vmn.runtime.value.Ip;
import org.vmn.runtime.value.IpRange;
import org.vmn.runtime.value.IpSet;
import org.vmn.runtime.value.Mac;
import org.vmn.runtime.value.Prefix;

/**
 * Builds small networks by hand. Machines get addresses from .11 on in each subnet of their
 * segment, in order of declaration.
 */
final class Nets {
  static final String UPLINK = "eno1";

  private final int hosts;
  private final List<Segment> segments = new ArrayList<>();
  private final List<External> externals = new ArrayList<>();
  private final List<Router> routers = new ArrayList<>();
  private final List<Machine> machines = new ArrayList<>();
  private final List<Balancer> balancers = new ArrayList<>();
  private final List<Policy.Rule> rules = new ArrayList<>();
  private final List<Overlay> overlays = new ArrayList<>();
  private final List<Firewall> firewalls = new ArrayList<>();
  private boolean allow;
  private @Nullable Integer nativeVlan;
  private long rate;
  private int priority;
  private long speed;
  private int line = 1;
  private long macs = 0x5254_0000_0001L;

  private Nets(int hosts) {
    this.hosts = hosts;
    overlays.add(new Overlay("tenant", Overlay.Encapsulation.VXLAN, uplinks(), here()));
  }

  static Nets hosts(int count) {
    return new Nets(count);
  }

  private Origin here() {
    line++;
    return new Origin("test.vmn", line, 1, line, 10, null);
  }

  private List<UplinkRef> uplinks() {
    return IntStream.rangeClosed(1, hosts).mapToObj(i -> new UplinkRef(host(i), UPLINK)).toList();
  }

  static Ref host(int number) {
    return new Ref("kvm", number);
  }

  Nets allowByDefault() {
    allow = true;
    return this;
  }

  /** The VLAN that has no tag on the wires of the hosts. */
  Nets nativeVlan(int id) {
    nativeVlan = id;
    return this;
  }

  /** Of the adapters of machines that follow. */
  Nets rate(long bitsPerSecond) {
    rate = bitsPerSecond;
    return this;
  }

  /** Of the adapters of machines that follow. */
  Nets priority(int of) {
    priority = of;
    return this;
  }

  /** Of the hosts' uplinks, in bits a second. */
  Nets speed(long bitsPerSecond) {
    speed = bitsPerSecond;
    return this;
  }

  Nets geneve() {
    overlays.set(0, new Overlay("tenant", Overlay.Encapsulation.GENEVE, uplinks(), here()));
    return this;
  }

  Nets tunnel(String name, int vni, String... subnets) {
    return segment(name, new Segment.Tunnel("tenant", vni), subnets);
  }

  Nets vlan(String name, int id, String... subnets) {
    return segment(name, new Segment.Vlan(id, uplinks()), subnets);
  }

  Nets local(String name, String... subnets) {
    return segment(name, new Segment.Local(), subnets);
  }

  private Nets segment(String name, Segment.Transport transport, String... subnets) {
    segments.add(
        new Segment(
            name,
            transport,
            Arrays.stream(subnets).map(Prefix::parse).toList(),
            1450,
            false,
            null,
            null,
            null,
            here()));
    return this;
  }

  private Segment segment(String name) {
    return segments.stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow();
  }

  /** Replica k is on host 1 + (k - 1) mod hosts. */
  Nets vms(String name, int count, String... on) {
    return vms(name, count, false, on);
  }

  Nets vms(String name, int count, boolean spoof, String... on) {
    List<Nic> nics = new ArrayList<>();
    for (String segment : on) {
      long used = 10;
      for (Machine machine : machines) {
        used +=
            machine.nics().stream().filter(n -> n.segment().equals(segment)).count()
                * machine.count();
      }
      List<Addresses> addresses = new ArrayList<>();
      for (Prefix subnet : segment(segment).subnets()) {
        Ip first = subnet.first().plus(used + 1);
        addresses.add(new Addresses(subnet, List.of(new IpRange(first, first.plus(count - 1)))));
      }
      nics.add(
          new Nic(
              "nic" + (nics.size() + 1),
              segment,
              new Mac(macs),
              addresses,
              rate,
              spoof,
              priority,
              null,
              null,
              here()));
      macs += 0x100;
    }
    List<Ref> placed = IntStream.rangeClosed(1, hosts).mapToObj(Nets::host).toList();
    machines.add(
        new Machine(
            name,
            new Replicas(count, true),
            1,
            1 << 28,
            List.of(),
            List.of(),
            nics,
            List.of(),
            new Placement(List.of(new Placement.Block(count, placed))),
            List.of(),
            Hardware.ANY,
            Provision.NOTHING,
            null,
            null,
            false,
            "",
            here()));
    return this;
  }

  /** The router has the first address of each subnet. */
  Nets router(String name, List<String> on, List<Router.Route> routes, List<String> snat) {
    List<Router.Port> ports = new ArrayList<>();
    for (String segment : on) {
      long nth =
          1
              + routers.stream()
                  .filter(r -> r.ports().stream().anyMatch(p -> p.segment().equals(segment)))
                  .count();
      List<Ip> addresses =
          segment(segment).subnets().stream().map(s -> s.first().plus(nth)).toList();
      ports.add(new Router.Port(segment, addresses, new Mac(0x0200_0000_0000L | macs++), here()));
    }
    routers.add(
        new Router(name, ports, routes, snat, List.of(), List.of(), false, host(1), null, here()));
    return this;
  }

  Nets router(String name, String... on) {
    return router(name, List.of(on), List.of(), List.of());
  }

  Router.Route route(String to, String via, String segment, String external) {
    return new Router.Route(
        Prefix.parse(to), Ip.parse(via), segment, external.isEmpty() ? null : external, here());
  }

  Nets external(String name, String segment, String gateway, IpSet addresses) {
    List<Ip> gateways =
        gateway.isEmpty() ? List.of() : Arrays.stream(gateway.split(",")).map(Ip::parse).toList();
    externals.add(new External(name, segment, gateways, null, addresses, here()));
    return this;
  }

  Nets balancer(String name, String segment, String ip, int port, String machine, int targetPort) {
    Machine target =
        machines.stream().filter(m -> m.name().equals(machine)).findFirst().orElseThrow();
    balancers.add(
        new Balancer(
            name,
            segment,
            Ip.parse(ip),
            new Mac(0x0200_0000_0000L | macs++),
            Traffic.Protocol.TCP,
            port,
            List.of(new Member.Machines(machine, 0, target.count() - 1)),
            targetPort,
            Balancer.Algorithm.ROUND_ROBIN,
            new Balancer.Check(Traffic.Protocol.TCP, 1, 1),
            host(1),
            null,
            here()));
    return this;
  }

  Nets rule(Policy.Action action, List<Member> from, List<Member> to, Traffic.Match... traffic) {
    Traffic what = traffic.length == 0 ? null : new Traffic("some", List.of(traffic));
    rules.add(
        new Policy.Rule(
            action,
            new Endpoints("a", from, List.of()),
            new Endpoints("b", to, List.of()),
            what,
            false,
            here()));
    return this;
  }

  Nets rule(Policy.Rule rule) {
    rules.add(rule);
    return this;
  }

  /** Machines on the segment are kept apart. */
  Nets isolated(String name) {
    segments.replaceAll(s ->
        s.name().equals(name)
            ? new Segment(
                s.name(),
                s.transport(),
                s.subnets(),
                s.mtu(),
                true,
                s.dhcp(),
                s.dns(),
                s.virtualSwitch(),
                s.origin())
            : s);
    return this;
  }

  /** Machines of that name are cut off. */
  Nets quarantine(String name) {
    machines.replaceAll(m ->
        m.name().equals(name)
            ? new Machine(
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
                m.origin())
            : m);
    return this;
  }

  /** On a router or an external; {@code allow} is what holds when no line matches. */
  Nets firewall(String name, String on, boolean allow, Firewall.Rule... lines) {
    boolean router = routers.stream().anyMatch(r -> r.name().equals(on));
    firewalls.add(
        new Firewall(name, router ? on : null, router ? null : on, allow, List.of(lines), here()));
    return this;
  }

  /** A line of a firewall. */
  Firewall.Rule line(Policy.Action action, String from, String to, Traffic.Match... traffic) {
    return new Firewall.Rule(
        action,
        new Endpoints(from, List.of(member(from)), List.of()),
        new Endpoints(to, List.of(member(to)), List.of()),
        traffic.length == 0 ? null : new Traffic("some", List.of(traffic)),
        false,
        here());
  }

  Nets allow(String from, String to, Traffic.Match... traffic) {
    return rule(Policy.Action.ALLOW, List.of(member(from)), List.of(member(to)), traffic);
  }

  Nets deny(String from, String to, Traffic.Match... traffic) {
    return rule(Policy.Action.DENY, List.of(member(from)), List.of(member(to)), traffic);
  }

  /** A machine, segment, external, balancer or {@code any}. */
  Member member(String name) {
    for (Machine machine : machines) {
      if (machine.name().equals(name)) {
        return new Member.Machines(name, 0, machine.count() - 1);
      }
    }
    if (segments.stream().anyMatch(s -> s.name().equals(name))) {
      return new Member.OnSegment(name);
    }
    if (externals.stream().anyMatch(e -> e.name().equals(name))) {
      return new Member.Outside(name);
    }
    if (balancers.stream().anyMatch(b -> b.name().equals(name))) {
      return new Member.Virtual(name);
    }
    if (name.equals("any")) {
      return new Member.Any();
    }
    return new Member.Literal(IpSet.of(Prefix.parse(name)));
  }

  static Traffic.Match tcp(int first, int last) {
    return new Traffic.Match(Traffic.Protocol.TCP, first, last);
  }

  static Traffic.Match tcp(int port) {
    return tcp(port, port);
  }

  static Traffic.Match udp(int port) {
    return new Traffic.Match(Traffic.Protocol.UDP, port, port);
  }

  static Traffic.Match icmp() {
    return new Traffic.Match(Traffic.Protocol.ICMP, 0, 65535);
  }

  Network build() {
    Addresses underlay =
        new Addresses(
            Prefix.parse("172.31.0.0/24"),
            List.of(new IpRange(Ip.parse("172.31.0.1"), Ip.parse("172.31.0." + hosts))));
    Uplink uplink = new Uplink(UPLINK, speed, 0, 1600, underlay, List.of(), nativeVlan, here());
    Host host =
        new Host("kvm", new Replicas(hosts, true), 0, 0, 0, "", List.of(uplink), List.of(), here());
    return new NetworkBuilder("shop", 1)
        .sources(List.of("test.vmn"))
        .hosts(List.of(host))
        .overlays(overlays)
        .segments(segments)
        .externals(externals)
        .routers(routers)
        .firewalls(firewalls)
        .machines(machines)
        .balancers(balancers)
        .policy(new Policy(allow, false, rules, here()))
        .build();
  }
}
