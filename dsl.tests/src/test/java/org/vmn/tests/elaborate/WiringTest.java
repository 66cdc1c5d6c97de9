package org.vmn.tests.elaborate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vmn.runtime.network.FabricSwitch;
import org.vmn.runtime.network.Link;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Ref;
import org.vmn.runtime.network.UplinkRef;
import org.vmn.runtime.network.VirtualSwitch;

/** Fabrics, links and switches. */
class WiringTest {

  /**
   * Links between switches by shape: n of a ring, n - 1 of a bus, n(n - 1)/2 of a mesh; and one for
   * each uplink.
   */
  @ParameterizedTest
  @CsvSource({
    "star, 5, 1, 0",
    "ring, 5, 5, 5",
    "ring, 2, 2, 1",
    "bus, 5, 5, 4",
    "mesh, 5, 5, 10",
    "leaf_spine, 5, 4, 4",
    "leaf_spine, 60, 5, 6",
    "fat_tree, 16, 20, 32",
    "fat_tree, 17, 45, 108"
  })
  void shapesHaveTheirLinks(String shape, int hosts, int switches, int links) {
    Network network =
        Elaborated.network(
            "network n\nhost h[%d] { uplink e }\nfabric f %s over h[*].e".formatted(hosts, shape));
    assertEquals(
        switches, network.fabric().stream().mapToInt(f -> f.replicas().count()).sum(), "switches");
    assertEquals(links + hosts, network.links().size());
    assertEquals(
        network.links().size(), network.links().stream().map(Link::name).distinct().count());
    assertTrue(isConnected(network), "connected");
  }

  private static boolean isConnected(Network network) {
    Set<Link.End> reached = new HashSet<>(List.of(network.links().get(0).a()));
    for (int before = 0; before < reached.size(); ) {
      before = reached.size();
      for (Link link : network.links()) {
        if (reached.contains(link.a()) || reached.contains(link.b())) {
          reached.add(link.a());
          reached.add(link.b());
        }
      }
    }
    return network.links().stream()
        .allMatch(l -> reached.contains(l.a()) && reached.contains(l.b()));
  }

  @Test
  void uplinksOfOneHostMeetDifferentLeaves() {
    Network network =
        Elaborated.network(
            """
            network n
            host h[4] { uplink e; uplink f }
            fabric dc leaf_spine over h[*].e, h[*].f { switch spine[2]; switch leaf[4] }
            """);
    for (int host = 1; host <= 4; host++) {
      Ref ref = new Ref("h", host);
      assertEquals(
          2,
          network.links().stream()
              .filter(l -> l.a() instanceof Link.Port p && p.uplink().host().equals(ref))
              .map(Link::b)
              .distinct()
              .count());
    }
  }

  @Test
  void linksHaveWhatTheFabricHasOrTheyThemselves() {
    Network network =
        Elaborated.network(
            """
            network n
            host a { uplink e }
            host b { uplink e }
            fabric f {
              speed 100 Gbps
              switch s
              link a.e -- s
              link b.e -- s { speed 10 Gbps; latency 5 us; loss 0.1 % }
            }
            """);
    Link first = network.links().get(0);
    Link second = network.links().get(1);
    assertEquals(List.of(new FabricSwitch("s", first(network), origin(network))), network.fabric());
    assertEquals("a-e--s", first.name());
    assertEquals(new Link.Port(new UplinkRef(new Ref("a", 0), "e")), first.a());
    assertEquals(new Link.Device(new Ref("s", 0)), first.b());
    assertEquals(100_000_000_000L, first.bitsPerSecond());
    assertEquals(10_000_000_000L, second.bitsPerSecond());
    assertEquals(5_000, second.latencyNanos());
    assertEquals(0.001, second.loss(), 1e-12);
  }

  private static org.vmn.runtime.network.Replicas first(Network network) {
    return network.fabric().get(0).replicas();
  }

  private static org.vmn.runtime.network.Origin origin(Network network) {
    return network.fabric().get(0).origin();
  }

  @Test
  void setsAreLinkedEachWithEach() {
    Network network =
        Elaborated.network(
            "network n\nfabric f { switch a[3]; switch b[2] }\nlink a[*] -- b[*]\nlink a -- a");
    assertEquals(3 * 2 + 3, network.links().size());
  }

  @Test
  void switchesCarrySegmentsOverTheirUplinks() {
    Network network =
        Elaborated.network(
            """
            network n
            host h[2] { uplink e; uplink bond0 { bond f, g } }
            switch san on h[*].bond0
            segment iscsi { vlan 30; switch san }
            vm a[2] { nic iscsi; spread host }
            """);
    VirtualSwitch san = network.switches().get(0);
    assertEquals(List.of(new Ref("h", 1), new Ref("h", 2)), san.hosts());
    assertEquals("bond0", san.uplinks().get(1).uplink());
    assertEquals("san", network.segments().get(0).virtualSwitch());
    assertEquals(
        new org.vmn.runtime.network.Segment.Vlan(30, san.uplinks()),
        network.segments().get(0).transport());
    assertEquals(List.of("f", "g"), network.hosts().get(0).uplinks().get(1).bond());
  }

  @Test
  void wrongWiresAreToldOf() {
    assertEquals(
        List.of(
            "4 VMN3502 a leaf_spine has 2 tiers",
            "5 VMN3502 this fat tree takes 2 uplinks, and 3 are plugged into it",
            "6 VMN3502 a fat tree has n² core switches, and 2n² aggregation and edge switches each",
            "7 VMN3502 a star has one switch, and `m` are several",
            "9 VMN3501 `g.e` already has a wire, and takes one",
            "9 VMN2005 with this there are more than 100000 links",
            "10 VMN3203 switch `w` names two uplinks of `g`, which would close a loop"),
        Elaborated.errors(
            """
            network n
            host h[3] { uplink e }
            host g { uplink e; uplink f }
            fabric a leaf_spine over g.e { switch s }
            fabric b fat_tree over h[*].e { switch i; switch j[2]; switch k[2] }
            fabric c fat_tree { switch x; switch y[2]; switch z[3] }
            fabric d star { switch m[2] }
            fabric e star over g.e
            fabric f { switch big[1000000]; link g.e -- m[1]; link big[*] -- m[1] }
            switch w on g.e, g.f
            """));
  }
}
