package org.vmn.tests.elaborate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vmn.runtime.network.Balancer;
import org.vmn.runtime.network.Chain;
import org.vmn.runtime.network.Firewall;
import org.vmn.runtime.network.Member;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Policy;
import org.vmn.runtime.network.Ref;
import org.vmn.runtime.network.Router;
import org.vmn.runtime.network.Segment;
import org.vmn.runtime.network.Standby;
import org.vmn.runtime.value.Ip;
import org.vmn.runtime.value.IpSet;
import org.vmn.runtime.value.Prefix;

/** Segments that answer, translation at routers, and what stands in the way of connections. */
class NetworksTest {

  @Test
  void segmentsAnswerThemselves() {
    Network network =
        Elaborated.network(
            """
            network n
            segment a {
              subnet 10.0.0.0/24, 2001:db8::/64
              isolated
              dhcp { range 10.0.0.1 .. 10.0.0.9; lease 8 h }
              dns { server 10.0.0.53, 2001:db8::53; domain "lab.example" }
            }
            segment b { dhcp; dns }
            vm m { nic a }
            """);
    Segment a = network.segments().get(0);
    assertTrue(a.isolated());
    assertNotNull(a.dhcp());
    assertEquals("[10.0.0.1-10.0.0.9]", a.dhcp().ranges().toString());
    assertEquals(8L * 3600 * 1_000_000_000, a.dhcp().leaseNanos());
    assertNotNull(a.dns());
    assertEquals(List.of(Ip.parse("10.0.0.53"), Ip.parse("2001:db8::53")), a.dns().servers());
    assertEquals("lab.example", a.dns().domain());
    assertEquals(new Segment.Dns(List.of(), ""), network.segments().get(1).dns());
    assertEquals(
        "10.0.0.10", network.machines().get(0).nics().get(0).at(0).get(0).toString(), "not lent");
  }

  /** What is outside has no address of what is inside, but on its own segment without a gateway. */
  @Test
  void externalsHaveAddressesOfTheirOwn() {
    String start =
        """
        network n
        segment lan { subnet 10.0.0.0/24 }
        segment wan { subnet 192.0.2.0/24 }
        """;
    for (String prefix : List.of("10.0.0.0/16", "10.0.0.0/24", "10.0.0.128/25", "10.0.0.7/32")) {
      assertEquals(
          List.of(
              "4 VMN3104 `"
                  + prefix
                  + "` of external `e` has addresses of segment `lan`, which is inside"),
          Elaborated.errors(
              start + "external e { on wan; gateway 192.0.2.1; prefix " + prefix + " }\n"));
    }
    assertEquals(
        List.of(
            "4 VMN3104 `192.0.2.0/25` of external `e` has addresses of segment `wan`, which is"
                + " inside"),
        Elaborated.errors(
            start + "external e { on wan; gateway 192.0.2.1; prefix 192.0.2.0/25 }\n"));
    assertEquals(
        List.of(
            "4 VMN3104 `10.0.0.0/25` of external `e` has addresses of segment `lan`, which is"
                + " inside"),
        Elaborated.errors(start + "external e { on wan; prefix 10.0.0.0/25 }\n"));
    assertEquals(
        List.of(),
        Elaborated.errors(
            start + "external e { on wan; gateway 192.0.2.1; prefix 10.0.1.0/24 }\n"));
  }

  @Test
  void hardwareAddressesAreTakenOnce() {
    assertEquals(
        List.of("4 VMN3108 `52:54:00:00:00:02` for `b` is taken by `a`"),
        Elaborated.errors(
            "network n\nsegment lan { subnet 10.0.0.0/24 }\n"
                + "vm a[2] { nic lan { mac 52:54:00:00:00:01 } }\n"
                + "vm b { nic lan { mac 52:54:00:00:00:02 } }\n"));
  }

  /** Two owners of one address would both be right. */
  @Test
  void neighboursKeepTheirAddresses() {
    String start = "network n\nsegment lan { subnet 10.0.0.0/24 }\n";
    Network some =
        Elaborated.network(
            start + "external printer { on lan; prefix 10.0.0.0/28 }\nvm a { nic lan }\n");
    assertEquals("10.0.0.16", some.machines().get(0).nics().get(0).at(0).get(0).toString());
    assertEquals("[10.0.0.0-10.0.0.15]", some.externals().get(0).addresses().ranges().toString());
    assertEquals(
        List.of("4 VMN3108 `10.0.0.5` for `a` is taken by external `printer`"),
        Elaborated.errors(
            start
                + "external printer { on lan; prefix 10.0.0.0/28 }\n"
                + "vm a { nic lan { address 10.0.0.5 } }\n"));
    Network all =
        Elaborated.network(
            start + "external rest { on lan; prefix 10.0.0.0/16 }\nvm a { nic lan }\n");
    assertEquals("10.0.0.1", all.machines().get(0).nics().get(0).at(0).get(0).toString());
    assertEquals(
        "[10.0.0.2-10.0.0.254, 10.0.1.0-10.0.255.255]",
        all.externals().get(0).addresses().ranges().toString());
  }

  @Test
  void rangesLieOnTheSegmentAndAreFree() {
    assertEquals(
        List.of(
            "2 VMN3107 `10.9.0.1-10.9.0.2` is in no subnet of `a`",
            "3 VMN3108 `10.1.0.5` for `m` is taken by the range of `b`"),
        Elaborated.errors(
            """
            network n
            segment a { subnet 10.0.0.0/24; dhcp { range 10.9.0.1 .. 10.9.0.2 } }
            segment b { subnet 10.1.0.0/24; dhcp { range 10.1.0.1 .. 10.1.0.9 } } vm m { nic b { address 10.1.0.5 } }
            """));
  }

  @Test
  void whatOneExternalSaysIsNotElsewhere() {
    Network network =
        Elaborated.network(
            """
            network n
            segment wan { subnet 192.0.2.0/24 }
            segment par { subnet 172.16.0.0/24 }
            external internet { on wan; gateway 192.0.2.1 }
            external branch { on par; gateway 172.16.0.1; prefix 10.200.0.0/16 }
            vm a { nic wan }
            """);
    IpSet internet = network.externals().get(0).addresses();
    assertFalse(internet.contains(Ip.parse("10.200.7.7")));
    assertTrue(internet.contains(Ip.parse("10.201.0.0")));
    assertEquals(IpSet.of(Prefix.parse("10.200.0.0/16")), network.externals().get(1).addresses());
  }

  @Test
  void addressesOutsideLeadInside() {
    Network network =
        Elaborated.network(
            """
            network n
            host h { uplink e }
            segment inner { subnet 10.0.0.0/24, 2001:db8:1::/64 }
            segment out { vlan 5; subnet 192.0.2.0/24, 2001:db8:2::/64 }
            external net { on out; gateway 192.0.2.1 }
            router r {
              ports inner, out
              floating 192.0.2.30 -> web
              floating 2001:db8:2::30 -> web[2]
              dnat 192.0.2.20:8080/tcp -> web[1]:80
              dnat 192.0.2.20:53/udp -> web[2]
              dnat 2222/tcp -> web[1]:22
              hairpin
            }
            vm web[2] { nic inner }
            """);
    Router r = network.routers().get(0);
    assertTrue(r.hairpin());
    assertEquals(
        List.of(
            "192.0.2.30 web[1] 10.0.0.2",
            "192.0.2.31 web[2] 10.0.0.3",
            "2001:db8:2::30 web[2] 2001:db8:1::3"),
        r.floating().stream()
            .map(f -> f.address() + " " + f.machine() + " " + f.inside())
            .toList());
    assertEquals(
        List.of(
            "192.0.2.20:8080 web[1] 10.0.0.2:80",
            "192.0.2.20:53 web[2] 10.0.0.3:53",
            "192.0.2.2:2222 web[1] 10.0.0.2:22"),
        r.dnat().stream()
            .map(d ->
                "%s:%d %s %s:%d"
                    .formatted(d.address(), d.port(), d.machine(), d.inside(), d.insidePort()))
            .toList());
    assertEquals("h", String.valueOf(r.gateway()));
  }

  @Test
  void addressesThatLeadNowhereAreToldOf() {
    assertEquals(
        List.of(
            "6 VMN3107 `198.51.100.1` is on no segment that router `r` has a port on",
            "7 VMN3350 `far` has no address of the family of 192.0.2.40 behind this router",
            "8 VMN3350 router `r` has no port towards an external",
            "9 VMN3108 `192.0.2.41` for an outer address of router `r` is taken by an outer address"
                + " of router `r`",
            "11 VMN3108 port 80 of `192.0.2.50` leads to `web` already"),
        Elaborated.errors(
            """
            network n
            segment inner
            segment out { subnet 192.0.2.0/24 }
            router r {
              ports inner, out
              floating 198.51.100.1 -> web
              floating 192.0.2.40 -> far
              dnat 80/tcp -> web
              floating 192.0.2.41 -> web; floating 192.0.2.41 -> web
              dnat 192.0.2.50:80/tcp -> web
              dnat 192.0.2.50:80/tcp -> web:81
            }
            vm web { nic inner }
            vm far
            """));
  }

  @Test
  void firewallsKeepTheirOrder() {
    Network network =
        Elaborated.network(
            """
            network n
            segment a
            segment b
            external net { on b }
            router r { ports a, b }
            vm m { nic a }
            firewall one on r { deny a -> b : 22/tcp log; allow any -> m }
            firewall two on net { default allow }
            """);
    Firewall one = network.firewalls().get(0);
    assertEquals("r", one.router());
    assertNull(one.external());
    assertEquals(
        List.of(Policy.Action.DENY, Policy.Action.ALLOW),
        one.rules().stream().map(Firewall.Rule::action).toList());
    assertTrue(one.rules().get(0).log());
    assertEquals("22/tcp", String.valueOf(one.rules().get(0).traffic().text()));
    assertEquals(false, one.allowByDefault());
    assertEquals("net", network.firewalls().get(1).external());
    assertTrue(network.firewalls().get(1).allowByDefault());
  }

  @Test
  void chainsHaveStagesOfMachines() {
    Network network =
        Elaborated.network(
            """
            network n
            segment a
            vm m[2] { nic a }
            vm ids[3] { nic a }
            vm fw { nic a }
            group both = ids[1..2], fw
            chain c m -> a : 80/tcp through both, fw { fail-open }
            """);
    Chain c = network.chains().get(0);
    assertTrue(c.failOpen());
    assertEquals(
        List.of(new Member.Machines("ids", 0, 1), new Member.Machines("fw", 0, 0)),
        c.stages().get(0).instances());
    assertEquals(List.of(new Member.Machines("fw", 0, 0)), c.stages().get(1).instances());
    assertEquals(
        List.of("5 VMN2012 a stage of a chain is made of machines only"),
        Elaborated.errors(
            "network n\nsegment a\nvm m { nic a }\ngroup g = a\nchain c m -> m through g"));
    assertEquals(
        List.of("5 VMN2012 `fw` has no adapter, so nothing can go through it"),
        Elaborated.errors(
            "network n\nsegment a\nvm m[2] { nic a }\nvm fw { }\nchain c m -> m through fw"));
  }

  @Test
  void routesLeadByWayOfRoutersAndMachines() {
    String text =
        """
        network n
        segment a { subnet 10.0.1.0/24, 2001:db8:1::/64 }
        segment b { subnet 10.0.2.0/24 }
        segment c { subnet 10.0.3.0/24 }
        vm vpn { nic a { address 10.0.1.77, 2001:db8:1::77 } }
        router core { ports a, c }
        router edge {
          ports b, a
          route 10.0.3.0/24 via core
          route 2001:db8:9::/48 via core
          route 10.9.0.0/16 via vpn
        }
        """;
    Network network = Elaborated.network(text);
    assertEquals(
        List.of(
            "10.0.3.0/24 10.0.1.1 a", "2001:db8:9::/48 2001:db8:1::1 a", "10.9.0.0/16 10.0.1.77 a"),
        network.routers().get(1).routes().stream()
            .map(r -> r.destination() + " " + r.via() + " " + r.segment())
            .toList());
    assertEquals(
        List.of(
            "8 VMN3301 `edge` has no address of this family on a segment that router `core` has a"
                + " port on",
            "9 VMN2012 `a` is a segment; expected an external, a router or a vm"),
        List.of(
            Elaborated.errors(
                    text.replace(
                            "core { ports a, c }", "core {\n ports c\nroute 10.0.2.0/24 via edge }")
                        .replace("via core", "via vpn"))
                .get(0),
            Elaborated.errors(text.replaceFirst("via core", "via a")).get(0)));
  }

  /** In the order said, in one part or several; balancers are where the router is. */
  @Test
  void hostsStandByForAGateway() {
    String site =
        """
        network n
        host kvm[3] { uplink e; uplink f }
        overlay tenant vxlan over kvm[*].f
        segment lan in tenant { subnet 10.0.0.0/24 }
        segment wan { vlan 7; subnet 192.0.2.0/24; on kvm[*].e }
        external internet { on wan; gateway 192.0.2.1 }
        router edge { ports lan, wan; %s }
        vm web { nic lan; runs site on 80/tcp }
        balancer www on 192.0.2.9:80/tcp -> web : site
        """;
    Network network = Elaborated.network(site.formatted("gateway on kvm[2..3]; gateway on kvm[1]"));
    Router edge = network.routers().get(0);
    Standby standby =
        new Standby(
            List.of(Ref.parse("kvm[3]"), Ref.parse("kvm[1]")), List.of("lan", "wan"), 300_000_000L);
    assertEquals(Ref.parse("kvm[2]"), edge.gateway());
    assertEquals(standby, edge.standby());
    Balancer www = network.balancers().get(0);
    assertEquals(Ref.parse("kvm[2]"), www.gateway());
    assertEquals(standby, www.standby());
    Router alone = Elaborated.network(site.formatted("gateway on kvm[3]")).routers().get(0);
    assertEquals(Ref.parse("kvm[3]"), alone.gateway());
    assertNull(alone.standby());
  }
}
