package org.vmn.tests.ovs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.vmn.runtime.network.Endpoints;
import org.vmn.runtime.network.Member;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Origin;
import org.vmn.runtime.network.Policy;
import org.vmn.runtime.network.Traffic;
import org.vmn.tests.lab.NeedsLab;

/** Real packets end where the walk says, and so do their answers. */
@NeedsLab("ovs")
@Timeout(300)
class WalkTest {
  @Test
  void oneHostOneSegment() {
    check(
        Nets.hosts(1)
            .local("lan", "10.0.0.0/24", "2001:db8::/64")
            .vms("a", 2, "lan")
            .vms("b", 2, "lan")
            .allow("a", "b", Nets.tcp(80), Nets.tcp(8000, 8079), Nets.icmp())
            .deny("10.0.0.11/32", "b", Nets.tcp(8007))
            .build(),
        150);
  }

  @Test
  void twoHostsTunnelsAndWire() {
    Nets nets =
        Nets.hosts(2)
            .tunnel("front", 77, "10.0.1.0/24", "2001:db8:1::/64")
            .tunnel("back", 78, "10.0.2.0/24", "2001:db8:2::/64")
            .vlan("dmz", 110, "192.0.2.0/24")
            .vms("web", 4, "front")
            .vms("db", 2, "back")
            .vms("admin", 1, "back")
            .vms("edge", 3, "dmz")
            .vms("odd", 1, true, "front")
            .router("r", "front", "back", "dmz");
    Member web = new Member.Machines("web", 0, 3);
    Member secondWeb = new Member.Machines("web", 1, 1);
    Endpoints someWeb = new Endpoints("web except web[2]", List.of(web), List.of(secondWeb));
    Endpoints db = new Endpoints("db", List.of(nets.member("db")), List.of());
    Endpoints others =
        new Endpoints("any except admin", List.of(new Member.Any()), List.of(nets.member("admin")));
    Traffic postgres = new Traffic("postgres", List.of(Nets.tcp(5432), Nets.udp(5432)));
    nets.rule(new Policy.Rule(Policy.Action.ALLOW, someWeb, db, postgres, false, Origin.NONE))
        .allow("admin", "any", Nets.tcp(22), Nets.icmp())
        .allow("any", "edge")
        .allow("10.0.1.0/25", "front", Nets.tcp(1, 1023))
        .deny("web", "front", Nets.tcp(100, 299), Nets.udp(53));
    nets.rule(
        new Policy.Rule(
            Policy.Action.DENY,
            others,
            db,
            new Traffic("ssh", List.of(Nets.tcp(22))),
            false,
            Origin.NONE));
    check(nets.build(), 400);
  }

  @Test
  void allowedByDefault() {
    check(
        Nets.hosts(2)
            .geneve()
            .allowByDefault()
            .tunnel("a", 77, "10.0.1.0/24")
            .tunnel("b", 78, "10.0.2.0/24")
            .vms("x", 2, "a")
            .vms("y", 2, "b")
            .vms("both", 2, "a", "b")
            .router("r", "a", "b")
            .deny("x", "y", Nets.tcp(1000, 1999))
            .deny("any", "10.0.2.11/32", Nets.icmp())
            .deny("y", "any", Nets.udp(53))
            .build(),
        250);
  }

  @Test
  void nextHops() {
    Nets nets =
        Nets.hosts(2)
            .tunnel("a", 77, "10.0.1.0/24")
            .tunnel("mid", 79, "10.0.9.0/24")
            .tunnel("b", 78, "10.0.2.0/24")
            .vms("x", 2, "a")
            .vms("y", 2, "b")
            .vms("m", 1, "mid");
    nets.router(
            "ra",
            List.of("a", "mid"),
            List.of(nets.route("10.0.0.0/16", "10.0.9.2", "mid", "")),
            List.of())
        .router(
            "rb",
            List.of("b", "mid"),
            List.of(nets.route("10.0.1.0/24", "10.0.9.1", "mid", "")),
            List.of())
        .allow("any", "any", Nets.tcp(80), Nets.icmp());
    check(nets.build(), 150);
  }

  @Test
  void isolatedSegments() {
    check(
        Nets.hosts(2)
            .allowByDefault()
            .tunnel("cells", 77, "10.0.1.0/24", "2001:db8:1::/64")
            .vlan("wing", 110, "10.0.2.0/24")
            .tunnel("yard", 78, "10.0.3.0/24", "2001:db8:3::/64")
            .isolated("cells")
            .isolated("wing")
            .vms("x", 4, "cells")
            .vms("y", 3, "wing")
            .vms("z", 2, "yard")
            .vms("both", 2, "cells", "yard")
            .router("r", "cells", "wing", "yard")
            .build(),
        300);
  }

  @Test
  void quarantine() {
    check(
        Nets.hosts(2)
            .allowByDefault()
            .tunnel("a", 77, "10.0.1.0/24")
            .vlan("b", 110, "10.0.2.0/24")
            .vms("ill", 2, "a")
            .vms("x", 2, "a")
            .vms("sick", 2, "b")
            .vms("y", 2, "b")
            .router("r", "a", "b")
            .quarantine("ill")
            .quarantine("sick")
            .build(),
        150);
  }

  @Test
  void firewallsOnRouters() {
    Nets nets =
        Nets.hosts(2)
            .allowByDefault()
            .tunnel("a", 77, "10.0.1.0/24", "2001:db8:1::/64")
            .tunnel("b", 78, "10.0.2.0/24", "2001:db8:2::/64")
            .vlan("c", 110, "10.0.3.0/24")
            .vms("x", 3, "a")
            .vms("y", 3, "b")
            .vms("z", 2, "c")
            .router("r", "a", "b", "c");
    nets.firewall(
            "first",
            "r",
            false,
            nets.line(Policy.Action.DENY, "10.0.1.11/32", "b", Nets.tcp(80)),
            nets.line(Policy.Action.ALLOW, "x", "b", Nets.tcp(80), Nets.udp(53)),
            nets.line(Policy.Action.DENY, "any", "y", Nets.tcp(1, 1023)),
            nets.line(Policy.Action.ALLOW, "any", "b", Nets.tcp(1, 2000), Nets.icmp()),
            nets.line(Policy.Action.ALLOW, "b", "c"))
        .firewall(
            "second", "r", true, nets.line(Policy.Action.DENY, "z", "any", Nets.tcp(1024, 1500)));
    check(nets.build(), 400);
  }

  /** A machine between two routers answers by one that its client's packets don't cross. */
  @Test
  void firewallsThatSeeAnswersOnly() {
    Nets nets =
        Nets.hosts(2)
            .allowByDefault()
            .tunnel("a", 77, "10.0.1.0/24")
            .tunnel("mid", 79, "10.0.9.0/24")
            .tunnel("b", 78, "10.0.2.0/24")
            .vms("x", 2, "a")
            .vms("y", 2, "b")
            .vms("m", 2, "mid");
    nets.router(
            "ra",
            List.of("a", "mid"),
            List.of(nets.route("10.0.0.0/16", "10.0.9.2", "mid", "")),
            List.of())
        .router(
            "rb",
            List.of("b", "mid"),
            List.of(nets.route("10.0.1.0/24", "10.0.9.1", "mid", "")),
            List.of());
    nets.firewall("f", "ra", true, nets.line(Policy.Action.DENY, "any", "any", Nets.tcp(1, 1023)));
    check(nets.build(), 250);
  }

  private static void check(Network network, int packets) {
    try (Fabric fabric = new Fabric(network)) {
      Differences differences = new Differences(network, fabric, 7);
      assertEquals(List.of(), differences.find(packets));
      assertTrue(differences.arrived() > packets / 20, differences.arrived() + " arrived");
    }
  }
}
