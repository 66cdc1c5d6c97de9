package org.vmn.runtime.forward;

import static org.vmn.runtime.TestNetworks.at;
import static org.vmn.runtime.TestNetworks.ip;
import static org.vmn.runtime.TestNetworks.port;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.TestNetworks;
import org.vmn.runtime.network.Chain;
import org.vmn.runtime.network.Endpoints;
import org.vmn.runtime.network.External;
import org.vmn.runtime.network.Firewall;
import org.vmn.runtime.network.Host;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.network.Member;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Policy;
import org.vmn.runtime.network.Ref;
import org.vmn.runtime.network.Replicas;
import org.vmn.runtime.network.Router;
import org.vmn.runtime.network.Segment;
import org.vmn.runtime.network.Traffic;
import org.vmn.runtime.value.IpSet;
import org.vmn.runtime.value.Prefix;

/**
 * A site to change: {@code web[3]} on {@code front}, {@code db} on {@code back}, {@code ids} on
 * {@code back}, {@code internet} behind {@code dmz}, and router {@code edge} between them.
 */
final class Site {
  final Host kvm = TestNetworks.kvm(3, 0);
  final List<Router> routers = new ArrayList<>();
  private final List<Firewall> firewalls = new ArrayList<>();
  private final List<Chain> chains = new ArrayList<>();
  private final List<Router.Floating> floating = new ArrayList<>();
  private final List<Router.Dnat> dnat = new ArrayList<>();
  private final List<Machine> more = new ArrayList<>();
  private boolean hairpin;
  private boolean isolated;

  Segment segment(String name, int vlan, String prefix) {
    return new Segment(
        name,
        new Segment.Vlan(vlan, TestNetworks.uplinks("kvm[1].eno1", "kvm[2].eno1", "kvm[3].eno1")),
        TestNetworks.prefixes(prefix),
        vlan == 12 ? 1400 : 1500,
        isolated && vlan == 11,
        null,
        null,
        null,
        at(vlan));
  }

  Site isolateFront() {
    isolated = true;
    return this;
  }

  Site hairpin() {
    hairpin = true;
    return this;
  }

  Site firewall(@Nullable String router, @Nullable String external, String... rules) {
    List<Firewall.Rule> list = new ArrayList<>();
    for (String rule : rules) {
      String[] words = rule.split(" ");
      list.add(
          new Firewall.Rule(
              Policy.Action.valueOf(words[0].toUpperCase(Locale.ROOT)),
              set(words[1]),
              set(words[2]),
              words.length == 3
                  ? null
                  : new Traffic(
                      words[3] + "/tcp", List.of(TestNetworks.tcp(Integer.parseInt(words[3])))),
              false,
              at(40 + list.size())));
    }
    firewalls.add(new Firewall("wall", router, external, false, list, at(39)));
    return this;
  }

  Site chain(boolean failOpen, String from, String to) {
    List<Member.Machines> ids = List.of(new Member.Machines("ids", 0, 1));
    chains.add(
        new Chain(
            "inspect",
            set(from),
            set(to),
            null,
            List.of(new Chain.Stage(ids, at(51))),
            failOpen,
            at(50)));
    return this;
  }

  Site floating(String outer, String inner) {
    floating.add(new Router.Floating(ip(outer), "dmz", new Ref("db", 0), ip(inner), at(60)));
    return this;
  }

  Site dnat(String outer, int port, String inner, int innerPort) {
    dnat.add(
        new Router.Dnat(
            ip(outer),
            "dmz",
            Traffic.Protocol.TCP,
            port,
            new Ref("db", 0),
            ip(inner),
            innerPort,
            at(61)));
    return this;
  }

  Site machine(Machine machine) {
    more.add(machine);
    return this;
  }

  static Endpoints set(String name) {
    Member member =
        switch (name) {
          case "web" -> new Member.Machines("web", 0, 2);
          case "db" -> new Member.Machines("db", 0, 0);
          case "internet" -> new Member.Outside("internet");
          case "any" -> new Member.Any();
          default -> new Member.Literal(IpSet.of(Prefix.parse(name)));
        };
    return new Endpoints(name, List.of(member), List.of());
  }

  Network network() {
    Segment front = segment("front", 11, "10.0.1.0/24");
    Segment back = segment("back", 12, "10.0.2.0/24");
    Segment dmz = segment("dmz", 13, "192.0.2.0/24");
    IpSet far = IpSet.of(Prefix.parse("198.51.100.0/24"));
    External internet =
        new External("internet", "dmz", List.of(ip("192.0.2.254")), null, far, at(14));
    if (routers.isEmpty()) {
      Router.Route out =
          new Router.Route(Prefix.parse("0.0.0.0/0"), ip("192.0.2.254"), "dmz", "internet", at(16));
      routers.add(
          new Router(
              "edge",
              List.of(port(front, 1), port(back, 2), port(dmz, 3)),
              List.of(out),
              List.of("front"),
              floating,
              dnat,
              hairpin,
              Ref.parse("kvm[1]"),
              null,
              at(15)));
    }
    List<Machine> machines = new ArrayList<>();
    machines.add(
        TestNetworks.machine(
            "web",
            new Replicas(3, true),
            1,
            TestNetworks.onHost(3, "kvm[1]", "kvm[2]", "kvm[3]"),
            TestNetworks.nic(front, 0x100, 10, 3, 0)));
    machines.add(
        TestNetworks.machine(
            "db",
            Replicas.ONE,
            1,
            TestNetworks.onHost(1, "kvm[2]"),
            TestNetworks.nic(back, 0x200, 10, 1, 0)));
    machines.add(
        TestNetworks.machine(
            "ids",
            new Replicas(2, true),
            1,
            TestNetworks.onHost(2, "kvm[1]", "kvm[3]"),
            TestNetworks.nic(back, 0x300, 20, 2, 0)));
    machines.addAll(more);
    return TestNetworks.network("site", 1)
        .hosts(kvm)
        .segments(front, back, dmz)
        .externals(internet)
        .routers(routers.toArray(Router[]::new))
        .firewalls(firewalls.toArray(Firewall[]::new))
        .machines(machines.toArray(Machine[]::new))
        .chains(chains.toArray(Chain[]::new))
        .build();
  }

  Forwarding tables() {
    return Forwarding.of(network());
  }
}
