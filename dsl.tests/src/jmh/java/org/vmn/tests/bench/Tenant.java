package org.vmn.tests.bench;

import java.util.ArrayList;
import java.util.List;
import org.vmn.runtime.network.Addresses;
import org.vmn.runtime.network.Assertion;
import org.vmn.runtime.network.Balancer;
import org.vmn.runtime.network.Claim;
import org.vmn.runtime.network.Claim.Kind;
import org.vmn.runtime.network.Endpoints;
import org.vmn.runtime.network.External;
import org.vmn.runtime.network.Host;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.network.Member;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.NetworkBuilder;
import org.vmn.runtime.network.Origin;
import org.vmn.runtime.network.Overlay;
import org.vmn.runtime.network.Policy;
import org.vmn.runtime.network.Ref;
import org.vmn.runtime.network.Replicas;
import org.vmn.runtime.network.Router;
import org.vmn.runtime.network.Segment;
import org.vmn.runtime.network.Traffic.Protocol;
import org.vmn.runtime.network.Uplink;
import org.vmn.runtime.network.UplinkRef;
import org.vmn.runtime.value.Ip;
import org.vmn.runtime.value.IpRange;
import org.vmn.runtime.value.IpSet;
import org.vmn.runtime.value.Mac;
import org.vmn.runtime.value.Prefix;

/**
 * A cloud of security groups with all that it is built of: on hosts, in overlays, behind a router
 * that translates machines to outer addresses, with balancers in front of some, and claims that
 * must hold whichever host is down.
 *
 * @param quantified claims about every failure of one host, beside those of the cloud itself
 */
record Tenant(SecurityGroups cloud, int hosts, int balancers, int translated, int quantified) {
  /** 100,000 machines on 100 hosts, 200 balancers, 400 translations, 10,000 claims and 200 more. */
  static final Tenant LARGE = new Tenant(SecurityGroups.CLOUD, 100, 200, 400, 200);

  private static final Prefix OUTER = Prefix.around(Ip.v4(0xC0000000L), 16);

  Network network() {
    Network plain = cloud.network();
    Segment dmz = Elements.segment("dmz", OUTER);
    List<Segment> segments = new ArrayList<>(List.of(dmz));
    for (Segment segment : plain.segments()) {
      segments.add(
          new Segment(
              segment.name(),
              new Segment.Tunnel("tenant", segments.size()),
              segment.subnets(),
              1450,
              false,
              null,
              null,
              null,
              Origin.NONE));
    }
    List<Machine> machines = plain.machines().stream().map(m -> Elements.placed(m, hosts)).toList();
    List<Balancer> fronts = fronts(machines);
    List<Policy.Rule> rules = new ArrayList<>(plain.policy().rules());
    List<Assertion> claims = new ArrayList<>(plain.assertions());
    for (Balancer front : fronts) {
      Endpoints there =
          new Endpoints(front.name(), List.of(new Member.Virtual(front.name())), List.of());
      rules.add(Elements.allow(outside(), there, Elements.traffic(Protocol.TCP, 443, 443)));
      claims.add(
          Elements.assertion(
              Claim.Mode.REACHES, outside(), there, Elements.traffic(Protocol.TCP, 443, 443)));
    }
    for (int i = 0; i < quantified; i++) {
      claims.add(survives(plain.assertions().get(i).claim()));
    }
    return new NetworkBuilder("tenant", 1)
        .hosts(List.of(host()))
        .overlays(
            List.of(new Overlay("tenant", Overlay.Encapsulation.GENEVE, uplinks(), Origin.NONE)))
        .segments(segments)
        .externals(
            List.of(
                new External(
                    "internet",
                    "dmz",
                    List.of(OUTER.last().previous()),
                    null,
                    IpSet.of(Prefix.around(Ip.v4(0xC6336400L), 24)),
                    Origin.NONE)))
        .routers(List.of(edge(plain.routers().get(0), machines)))
        .machines(machines)
        .balancers(fronts)
        .policy(new Policy(false, false, rules, Origin.NONE))
        .assertions(claims)
        .build();
  }

  private static Endpoints outside() {
    return new Endpoints("internet", List.of(new Member.Outside("internet")), List.of());
  }

  private static Assertion survives(Claim claim) {
    return new Assertion(
        "any host", new Claim.UnderFailures(1, List.of(Kind.HOST), claim), Origin.NONE);
  }

  private List<Balancer> fronts(List<Machine> machines) {
    List<Balancer> fronts = new ArrayList<>();
    for (int i = 0; i < balancers; i++) {
      Machine targets = machines.get(i);
      fronts.add(
          new Balancer(
              "front" + i,
              "dmz",
              OUTER.first().plus(1000 + i),
              Mac.parse("02:00:00:00:00:01"),
              Protocol.TCP,
              443,
              List.of(new Member.Machines(targets.name(), 0, targets.count() - 1)),
              8443,
              Balancer.Algorithm.ROUND_ROBIN,
              new Balancer.Check(Protocol.TCP, 1, 1),
              new Ref("kvm", 1),
              null,
              Origin.NONE));
    }
    return fronts;
  }

  /** Half of what is translated has an address of its own, half a port. */
  private Router edge(Router plain, List<Machine> machines) {
    List<Router.Port> ports = new ArrayList<>(plain.ports());
    Ip own = OUTER.first().plus(1);
    ports.add(new Router.Port("dmz", List.of(own), Mac.parse("02:00:00:00:00:02"), Origin.NONE));
    List<Router.Floating> floating = new ArrayList<>();
    List<Router.Dnat> dnat = new ArrayList<>();
    for (int i = 0; i < translated; i++) {
      Machine machine = machines.get(balancers + i);
      Ip inside = machine.nics().get(0).at(0).get(0);
      if (i % 2 == 0) {
        Ip outer = OUTER.first().plus(10_000 + i);
        floating.add(new Router.Floating(outer, "dmz", machine.ref(0), inside, Origin.NONE));
      } else {
        dnat.add(
            new Router.Dnat(
                own, "dmz", Protocol.TCP, 1000 + i, machine.ref(0), inside, 22, Origin.NONE));
      }
    }
    return new Router(
        "edge",
        ports,
        List.of(
            new Router.Route(
                Prefix.parse("0.0.0.0/0"),
                OUTER.last().previous(),
                "dmz",
                "internet",
                Origin.NONE)),
        plain.ports().stream().map(Router.Port::segment).toList(),
        floating,
        dnat,
        false,
        new Ref("kvm", 1),
        null,
        Origin.NONE);
  }

  private Host host() {
    Prefix underlay = Prefix.parse("172.16.0.0/20");
    Ip first = underlay.first().plus(1);
    Addresses own = new Addresses(underlay, List.of(new IpRange(first, first.plus(hosts - 1))));
    Uplink uplink = new Uplink("eno1", 0, 0, 9000, own, List.of(), Origin.NONE);
    return new Host(
        "kvm", new Replicas(hosts, true), 64, 0, 0, "", List.of(uplink), List.of(), Origin.NONE);
  }

  private List<UplinkRef> uplinks() {
    List<UplinkRef> all = new ArrayList<>();
    for (int host = 1; host <= hosts; host++) {
      all.add(new UplinkRef(new Ref("kvm", host), "eno1"));
    }
    return all;
  }
}
