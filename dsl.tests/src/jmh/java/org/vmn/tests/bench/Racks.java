package org.vmn.tests.bench;

import java.util.ArrayList;
import java.util.List;
import org.vmn.runtime.network.Addresses;
import org.vmn.runtime.network.Assertion;
import org.vmn.runtime.network.Claim;
import org.vmn.runtime.network.Claim.Kind;
import org.vmn.runtime.network.Endpoints;
import org.vmn.runtime.network.External;
import org.vmn.runtime.network.FabricSwitch;
import org.vmn.runtime.network.Host;
import org.vmn.runtime.network.Link;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.network.Member;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.NetworkBuilder;
import org.vmn.runtime.network.Origin;
import org.vmn.runtime.network.Ref;
import org.vmn.runtime.network.Replicas;
import org.vmn.runtime.network.Segment;
import org.vmn.runtime.network.Traffic.Protocol;
import org.vmn.runtime.network.Uplink;
import org.vmn.runtime.network.UplinkRef;
import org.vmn.runtime.value.Ip;
import org.vmn.runtime.value.IpRange;
import org.vmn.runtime.value.IpSet;
import org.vmn.runtime.value.Prefix;

/**
 * Racks of hosts that are wired to three switches each, which are wired to three more; machines
 * dealt out over all hosts, and claims about them under failures.
 */
record Racks(int racks, int hosts, int machines) {
  /** 10,000 machines on 100 hosts: 490 hosts and wires, 119,805 pairs of them. */
  static final Racks HALL = new Racks(10, 10, 10_000);

  private static final int WAYS = 3;
  private static final Prefix OUTER = Prefix.around(Ip.v4(0x0A000000L), 16);
  private static final Prefix FRONT = Prefix.around(Ip.v4(0x0A020000L), 16);
  private static final Prefix INNER = Prefix.around(Ip.v4(0x0A010000L), 16);

  Network network() {
    int count = racks * hosts;
    Segment dmz = Elements.segment("dmz", OUTER);
    Segment front = Elements.segment("front", FRONT);
    Segment back = Elements.segment("back", INNER);
    External internet =
        new External(
            "internet",
            "dmz",
            List.of(OUTER.last().previous()),
            null,
            IpSet.of(Prefix.around(Ip.v4(0xC6336400L), 24)),
            Origin.NONE);
    List<Machine> all = new ArrayList<>();
    Machine web = Elements.machine("web", machines / 2, dmz, OUTER.first().plus(1000));
    all.add(Elements.placed(web, count));
    Machine db = Elements.machine("db", machines / 10, back, INNER.first().plus(1000));
    all.add(Elements.placed(db, count));
    int others = machines - machines / 2 - machines / 10;
    for (int i = 0; i < 40; i++) {
      Ip first = FRONT.first().plus(1000 + (long) i * (others / 40));
      Machine app = Elements.machine("app" + i, others / 40, front, first);
      all.add(Elements.placed(app, count));
    }
    return new NetworkBuilder("racks", 1)
        .hosts(List.of(host(count)))
        .fabric(
            List.of(
                new FabricSwitch("leaf", new Replicas(racks * WAYS, true), Origin.NONE),
                new FabricSwitch("spine", new Replicas(WAYS, true), Origin.NONE)))
        .links(links())
        .segments(List.of(dmz, front, back))
        .externals(List.of(internet))
        .routers(
            List.of(
                Elements.router(
                    "edge",
                    List.of(
                        Elements.port(front, FRONT.first().plus(1)),
                        Elements.port(back, INNER.first().plus(1))),
                    List.of())))
        .machines(all)
        .assertions(claims())
        .build();
  }

  private List<Assertion> claims() {
    Endpoints internet =
        new Endpoints("internet", List.of(new Member.Outside("internet")), List.of());
    Claim in = reaches(internet, machines("web", machines / 2), 443);
    Claim across = reaches(machines("app0", machines / 100), machines("db", machines / 10), 5432);
    return List.of(
        under(2, List.of(Kind.HOST, Kind.LINK), in),
        under(2, List.of(Kind.HOST, Kind.LINK), across),
        under(2, List.of(Kind.values()).subList(0, 3), across),
        under(3, List.of(Kind.LINK), across));
  }

  private static Claim reaches(Endpoints from, Endpoints to, int port) {
    return new Claim.Reach(
        Claim.Mode.REACHES, from, to, Elements.traffic(Protocol.TCP, port, port));
  }

  private static Endpoints machines(String name, int count) {
    return new Endpoints(name, List.of(new Member.Machines(name, 0, count - 1)), List.of());
  }

  private static Assertion under(int count, List<Kind> kinds, Claim claim) {
    return new Assertion(
        count + " of " + kinds, new Claim.UnderFailures(count, kinds, claim), Origin.NONE);
  }

  private static Host host(int count) {
    List<Uplink> uplinks = new ArrayList<>();
    for (int way = 1; way <= WAYS; way++) {
      Prefix own = Prefix.around(Ip.v4(0xAC100000L + ((long) way << 12)), 20);
      Addresses underlay =
          new Addresses(own, List.of(new IpRange(own.first().plus(1), own.first().plus(count))));
      uplinks.add(new Uplink("eno" + way, 0, 0, 9000, underlay, List.of(), Origin.NONE));
    }
    return new Host(
        "kvm", new Replicas(count, true), 64, 0, 0, "", uplinks, List.of(), Origin.NONE);
  }

  private List<Link> links() {
    List<Link> links = new ArrayList<>();
    for (int rack = 0; rack < racks; rack++) {
      for (int way = 1; way <= WAYS; way++) {
        Link.End leaf = new Link.Device(new Ref("leaf", rack * WAYS + way));
        for (int host = 1; host <= hosts; host++) {
          Ref kvm = new Ref("kvm", rack * hosts + host);
          Link.End port = new Link.Port(new UplinkRef(kvm, "eno" + way));
          links.add(new Link(kvm + "-" + way, port, leaf, 0, 0, 0, Origin.NONE));
        }
        for (int spine = 1; spine <= WAYS; spine++) {
          Link.End up = new Link.Device(new Ref("spine", spine));
          links.add(new Link(leaf + "-" + spine, leaf, up, 0, 0, 0, Origin.NONE));
        }
      }
    }
    return links;
  }
}
