package org.vmn.tests.elaborate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Segment;

/** What carries a segment: wires with a tag or without one, or tunnels. */
class CarrierTest {

  private static int vlan(Network network, String name) {
    return network.segments().stream()
        .filter(s -> s.name().equals(name))
        .map(s -> ((Segment.Vlan) s.transport()).id())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aSegmentOnAWireWithoutAVlanHasNoTag() {
    Network network =
        Elaborated.network(
            """
            network n
            host kvm[2] { uplink eno1; uplink eno2 { native 9 }; uplink eno3 }
            segment bare { on kvm[*].eno1 }
            segment nine { on kvm[*].eno2 }
            segment tagged { vlan 20; on kvm[*].eno1 }
            vm a { nic bare; nic nine; nic tagged }
            """);
    assertEquals(1, vlan(network, "bare"));
    assertEquals(9, vlan(network, "nine"));
    assertEquals(20, vlan(network, "tagged"));
    assertEquals(1, network.hosts().get(0).uplinks().get(0).nativeVlan());
    assertEquals(9, network.hosts().get(0).uplinks().get(1).nativeVlan());
    assertNull(network.hosts().get(0).uplinks().get(2).nativeVlan());
  }

  /** A header of IPv6 is longer, so that less is left for guests. */
  @Test
  void theUnderlaysFamilyCountsInTheMtu() {
    String text =
        """
        network n
        host h[2] { uplink e { address %s } }
        overlay o vxlan over h[*].e
        segment s in o
        vm a[2] { nic s; spread host }
        """;
    assertEquals(
        1450, Elaborated.network(text.formatted("192.168.0.1/24")).segments().get(0).mtu());
    assertEquals(
        1430, Elaborated.network(text.formatted("2001:db8::1/64")).segments().get(0).mtu());
  }

  @Test
  void oneSegmentOfAWireHasNoTag() {
    assertEquals(
        List.of(
            "4 VMN3110 `b` and another segment both have VLAN 1, which has no tag, on `h.e`",
            "5 VMN3110 `c` and another segment both have VLAN 1, which has no tag, on `h.e`"),
        Elaborated.errors(
            """
            network n
            host h { uplink e }
            segment a { on h.e }
            segment b { on h.e }
            segment c { vlan 1; on h.e }
            """));
  }

  @Test
  void tagsAreTheSameAtAllEnds() {
    assertEquals(
        List.of("4 VMN3112 `s` has no tag on `a.e`, and tag 5 on `b.e`"),
        Elaborated.errors(
            """
            network n
            host a { uplink e { native 5 } }
            host b { uplink e { native 6 } }
            segment s { on a.e, b.e }
            """));
  }

  @Test
  void aSegmentHasOneCarrier() {
    assertEquals(
        List.of("4 VMN3111", "5 VMN3111", "6 VMN3111"),
        Elaborated.errors(
                """
                network n
                host kvm[2] { uplink e }
                overlay o vxlan over kvm[*].e
                segment a in o { vlan 5 }
                segment b in o { on kvm[*].e }
                segment c { vlan 6; vni 7 }
                """)
            .stream()
            .map(e -> e.substring(0, 9))
            .toList());
  }
}
