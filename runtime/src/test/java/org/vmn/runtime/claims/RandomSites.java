package org.vmn.runtime.claims;

import static org.vmn.runtime.TestNetworks.at;
import static org.vmn.runtime.TestNetworks.ip;
import static org.vmn.runtime.TestNetworks.port;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.TestNetworks;
import org.vmn.runtime.network.Balancer;
import org.vmn.runtime.network.Chain;
import org.vmn.runtime.network.Endpoints;
import org.vmn.runtime.network.External;
import org.vmn.runtime.network.FabricSwitch;
import org.vmn.runtime.network.Host;
import org.vmn.runtime.network.Link;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.network.Member;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Placement;
import org.vmn.runtime.network.Policy;
import org.vmn.runtime.network.Ref;
import org.vmn.runtime.network.Replicas;
import org.vmn.runtime.network.Router;
import org.vmn.runtime.network.Segment;
import org.vmn.runtime.network.Standby;
import org.vmn.runtime.network.Traffic;
import org.vmn.runtime.network.UplinkRef;
import org.vmn.runtime.value.IpSet;
import org.vmn.runtime.value.Mac;
import org.vmn.runtime.value.Prefix;

/** Small sites at random: hosts, wires, routers with equal routes, a chain, machines dealt out. */
final class RandomSites {
  private final Random random;
  private final int hosts;

  RandomSites(Random random) {
    this.random = random;
    hosts = 2 + random.nextInt(3);
  }

  Network network() {
    Segment front = segment("front", 11);
    Segment back = segment("back", 12);
    Segment dmz = segment("dmz", 13);
    Machine web = machine("web", 1 + random.nextInt(5), front, 0x100);
    Machine db = machine("db", 1 + random.nextInt(3), back, 0x200);
    Machine ids = machine("ids", 1 + random.nextInt(2), back, 0x300);
    IpSet far = IpSet.of(Prefix.parse("198.51.100.0/24"));
    External internet =
        new External("internet", "dmz", List.of(ip("10.0.13.254")), null, far, at(14));
    Policy.Rule deny =
        new Policy.Rule(
            Policy.Action.DENY,
            set(web.name(), random.nextInt(web.count())),
            set(db.name(), random.nextInt(db.count())),
            null,
            false,
            at(30));
    List<Chain> chains = new ArrayList<>();
    if (random.nextInt(3) == 0) {
      List<Member.Machines> members = List.of(TestNetworks.every(ids));
      chains.add(
          new Chain(
              "inspect",
              TestNetworks.all(web),
              TestNetworks.all(db),
              null,
              List.of(new Chain.Stage(members, at(51))),
              random.nextBoolean(),
              at(50)));
    }
    return TestNetworks.network("random", 1)
        .hosts(host())
        .fabric(fabric())
        .links(links())
        .segments(front, back, dmz)
        .externals(internet)
        .routers(routers(front, back, dmz))
        .machines(web, db, ids)
        .chains(chains.toArray(Chain[]::new))
        .balancers(balancer(web))
        .policy(new Policy(true, false, random.nextInt(4) == 0 ? List.of(deny) : List.of(), at(29)))
        .build();
  }

  /** In front of the web servers, on their own segment or on that of the outside. */
  private Balancer[] balancer(Machine web) {
    if (random.nextInt(3) == 0) {
      return new Balancer[0];
    }
    boolean outer = random.nextBoolean();
    List<Ref> gateways = gateways();
    int first = random.nextInt(web.count());
    return new Balancer[] {
      new Balancer(
          "www",
          outer ? "dmz" : "front",
          ip(outer ? "10.0.13.100" : "10.0.11.100"),
          Mac.parse("52:54:00:00:01:00"),
          Traffic.Protocol.TCP,
          80,
          List.of(new Member.Machines("web", first, web.count() - 1)),
          8080,
          Balancer.Algorithm.ROUND_ROBIN,
          new Balancer.Check(Traffic.Protocol.TCP, 1_000_000_000L, 3),
          gateways.get(0),
          standby(gateways),
          at(60))
    };
  }

  /** One host, or some in any order. */
  private List<Ref> gateways() {
    List<Ref> all = new ArrayList<>();
    for (int i = 1; i <= hosts; i++) {
      all.add(Ref.parse("kvm[" + i + "]"));
    }
    Collections.shuffle(all, random);
    return all.subList(0, 1 + random.nextInt(hosts));
  }

  private @Nullable Standby standby(List<Ref> gateways) {
    return gateways.size() == 1
        ? null
        : new Standby(
            gateways.subList(1, gateways.size()),
            random.nextBoolean() ? List.of("dmz") : List.of("front", "back", "dmz"),
            300_000_000L);
  }

  private boolean wired;

  private Host host() {
    wired = random.nextInt(3) == 0;
    return TestNetworks.kvm(hosts, 0);
  }

  private FabricSwitch[] fabric() {
    return wired
        ? new FabricSwitch[] {new FabricSwitch("leaf", new Replicas(2, true), at(3))}
        : new FabricSwitch[0];
  }

  private Link[] links() {
    if (!wired) {
      return new Link[0];
    }
    List<Link> links = new ArrayList<>();
    for (int i = 1; i <= hosts; i++) {
      Link.End port = new Link.Port(UplinkRef.parse("kvm[" + i + "].eno1"));
      for (int leaf = 1; leaf <= 2; leaf++) {
        if (leaf == 1 ? random.nextInt(6) > 0 : random.nextBoolean()) {
          Link.End device = new Link.Device(Ref.parse("leaf[" + leaf + "]"));
          links.add(new Link("l" + i + leaf, port, device, 0, 0, 0, at(4)));
        }
      }
    }
    return links.toArray(Link[]::new);
  }

  private Router[] routers(Segment front, Segment back, Segment dmz) {
    Router.Route out =
        new Router.Route(Prefix.parse("0.0.0.0/0"), ip("10.0.13.254"), "dmz", "internet", at(16));
    List<Ref> gateways = gateways();
    Router edge =
        new Router(
            "edge",
            List.of(port(front, 1), port(back, 2), port(dmz, 3)),
            List.of(out),
            List.of("front"),
            List.of(),
            List.of(),
            false,
            gateways.get(0),
            standby(gateways),
            at(15));
    Router spare =
        new Router(
            "spare",
            List.of(port(front, 4, "10.0.11.2"), port(back, 5, "10.0.12.2")),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            false,
            null,
            null,
            at(17));
    return random.nextBoolean() ? new Router[] {edge} : new Router[] {edge, spare};
  }

  private Segment segment(String name, int number) {
    List<UplinkRef> on =
        IntStream.rangeClosed(1, hosts)
            .mapToObj(i -> UplinkRef.parse("kvm[" + i + "].eno1"))
            .toList();
    return new Segment(
        name,
        new Segment.Vlan(number, on),
        TestNetworks.prefixes("10.0." + number + ".0/24"),
        1500,
        false,
        null,
        null,
        null,
        at(number));
  }

  private Machine machine(String name, int count, Segment segment, int mac) {
    List<Ref> on = new ArrayList<>();
    for (int i = 1; i <= hosts; i++) {
      if (random.nextInt(3) > 0) {
        on.add(Ref.parse("kvm[" + i + "]"));
      }
    }
    if (on.isEmpty()) {
      on.add(Ref.parse("kvm[1]"));
    }
    return TestNetworks.machine(
        name,
        new Replicas(count, true),
        1,
        new Placement(List.of(new Placement.Block(count, on))),
        TestNetworks.nic(segment, mac, 10, count, 0));
  }

  private static Endpoints set(String machine, int offset) {
    return new Endpoints(machine, List.of(new Member.Machines(machine, offset, offset)), List.of());
  }
}
