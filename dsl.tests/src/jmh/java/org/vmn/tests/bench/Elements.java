package org.vmn.tests.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.vmn.runtime.network.Addresses;
import org.vmn.runtime.network.Assertion;
import org.vmn.runtime.network.Claim;
import org.vmn.runtime.network.Endpoints;
import org.vmn.runtime.network.Firewall;
import org.vmn.runtime.network.Hardware;
import org.vmn.runtime.network.Host;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.NetworkBuilder;
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
import org.vmn.runtime.value.Ip;
import org.vmn.runtime.value.IpRange;
import org.vmn.runtime.value.Mac;
import org.vmn.runtime.value.Prefix;

/** Parts of networks of which a proof sees no more than what is said here. */
final class Elements {
  private static final Mac MAC = Mac.parse("52:54:00:00:00:01");

  private Elements() {}

  static Segment segment(String name, Prefix subnet) {
    return new Segment(
        name, new Segment.Local(), List.of(subnet), 1500, false, null, null, null, Origin.NONE);
  }

  static Router.Port port(Segment segment, Ip address) {
    return new Router.Port(segment.name(), List.of(address), MAC, Origin.NONE);
  }

  static Router router(String name, List<Router.Port> ports, List<Router.Route> routes) {
    return new Router(
        name, ports, routes, List.of(), List.of(), List.of(), false, null, null, Origin.NONE);
  }

  static Router.Route route(Prefix destination, Ip via, String segment) {
    return new Router.Route(destination, via, segment, null, Origin.NONE);
  }

  /** Replicas with consecutive addresses from the given one. */
  static Machine machine(String name, int count, Segment segment, Ip first) {
    Addresses addresses =
        new Addresses(segment.subnets().get(0), List.of(new IpRange(first, first.plus(count - 1))));
    Nic nic =
        new Nic(
            "nic1", segment.name(), MAC, List.of(addresses), 0, false, 0, null, null, Origin.NONE);
    return new Machine(
        name,
        new Replicas(count, true),
        1,
        1 << 30,
        List.of(),
        List.of(),
        List.of(nic),
        List.of(),
        new Placement(List.of(new Placement.Block(count, List.of(new Ref("host", 0))))),
        List.of(),
        Hardware.ANY,
        Provision.NOTHING,
        null,
        null,
        false,
        "",
        Origin.NONE);
  }

  /** The same, dealt out over so many hosts. */
  static Machine placed(Machine m, int hosts) {
    List<Ref> on = new ArrayList<>();
    for (int host = 1; host <= hosts; host++) {
      on.add(new Ref("kvm", host));
    }
    return new Machine(
        m.name(),
        m.replicas(),
        m.cpu(),
        m.memoryBytes(),
        m.disks(),
        m.users(),
        m.nics(),
        m.programs(),
        new Placement(List.of(new Placement.Block(m.count(), on))),
        m.labels(),
        m.hardware(),
        m.provision(),
        m.scale(),
        m.protect(),
        m.quarantined(),
        m.documentation(),
        m.origin());
  }

  static Traffic traffic(Traffic.Protocol protocol, int first, int last) {
    return new Traffic(first + ".." + last, List.of(new Traffic.Match(protocol, first, last)));
  }

  static Policy.Rule allow(Endpoints from, Endpoints to, Traffic traffic) {
    return new Policy.Rule(Policy.Action.ALLOW, from, to, traffic, false, Origin.NONE);
  }

  /** The same rule on ports that reach one further on both sides. */
  static Policy.Rule widened(Policy.Rule rule) {
    Traffic.Match match = Objects.requireNonNull(rule.traffic()).matches().get(0);
    return allow(
        rule.from(),
        rule.to(),
        traffic(
            match.protocol(),
            Math.max(1, match.firstPort() - 1),
            Math.min(65535, match.lastPort() + 1)));
  }

  static Assertion assertion(Claim.Mode mode, Endpoints from, Endpoints to, Traffic traffic) {
    return new Assertion(mode.name(), new Claim.Reach(mode, from, to, traffic), Origin.NONE);
  }

  static Network network(
      String name,
      List<Segment> segments,
      List<Router> routers,
      List<Firewall> firewalls,
      List<Machine> machines,
      Policy policy,
      List<Assertion> assertions) {
    return new NetworkBuilder(name, 1)
        .hosts(
            List.of(new Host("host", Replicas.ONE, 0, 0, 0, "", List.of(), List.of(), Origin.NONE)))
        .segments(segments)
        .routers(routers)
        .firewalls(firewalls)
        .machines(machines)
        .policy(policy)
        .assertions(assertions)
        .build();
  }
}
