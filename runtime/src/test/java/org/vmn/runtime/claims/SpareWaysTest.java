package org.vmn.runtime.claims;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.vmn.runtime.TestNetworks.at;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vmn.runtime.TestNetworks;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.network.Claim;
import org.vmn.runtime.network.Claim.Kind;
import org.vmn.runtime.network.FabricSwitch;
import org.vmn.runtime.network.Link;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Placement;
import org.vmn.runtime.network.Ref;
import org.vmn.runtime.network.Replicas;
import org.vmn.runtime.network.Segment;
import org.vmn.runtime.network.UplinkRef;

/** Two hosts with wires to three switches each: what keeps them joined, and what doesn't. */
class SpareWaysTest {
  private static final int SWITCHES = 3;

  private static Network network() {
    List<Link> links = new ArrayList<>();
    for (int host = 1; host <= 2; host++) {
      Link.End port = new Link.Port(UplinkRef.parse("kvm[" + host + "].eno1"));
      for (int leaf = 1; leaf <= SWITCHES; leaf++) {
        Link.End device = new Link.Device(Ref.parse("leaf[" + leaf + "]"));
        links.add(new Link("l" + host + leaf, port, device, 0, 0, 0, at(4)));
      }
    }
    Segment lan =
        new Segment(
            "lan",
            new Segment.Local(),
            TestNetworks.prefixes("10.0.0.0/24"),
            1500,
            false,
            null,
            null,
            null,
            at(5));
    Machine a = machine("a", lan, "kvm[1]", 0x100);
    Machine b = machine("b", lan, "kvm[2]", 0x200);
    return TestNetworks.network("spare", 1)
        .hosts(TestNetworks.kvm(2, 0))
        .fabric(new FabricSwitch("leaf", new Replicas(SWITCHES, true), at(3)))
        .links(links.toArray(Link[]::new))
        .segments(lan)
        .machines(a, b)
        .build();
  }

  private static Machine machine(String name, Segment lan, String host, int mac) {
    return TestNetworks.machine(
        name,
        Replicas.ONE,
        1,
        new Placement(List.of(new Placement.Block(1, List.of(Ref.parse(host))))),
        TestNetworks.nic(lan, mac, mac == 0x100 ? 10 : 20, 1, 0));
  }

  private static Claim.UnderFailures losing(int count, Kind kind) {
    return new Claim.UnderFailures(
        count,
        List.of(kind),
        new Claim.Reach(
            Claim.Mode.REACHES,
            TestNetworks.all(network(), "a"),
            TestNetworks.all(network(), "b"),
            null));
  }

  private static Effort effort() {
    return new Effort(1_000_000, 0, () -> false);
  }

  @Test
  void switchesThatShareNothingKeepHostsJoined() {
    Forwarding tables = Forwarding.of(network());
    Claim.UnderFailures two = losing(2, Kind.DEVICE);
    assertTrue(Claims.about(tables).decide(two, effort()).holds());
    List<SpareWays> found = SpareWays.of(tables, two, effort());
    assertEquals(1, found.size());
    assertEquals(2, found.get(0).pairs(), "there and back");
    assertEquals(SWITCHES, found.get(0).ways().size());
    assertTrue(found.get(0).enough());
    long leaves =
        found.get(0).ways().stream()
            .flatMap(List::stream)
            .map(Elements::name)
            .filter(name -> name.startsWith("switch"))
            .distinct()
            .count();
    assertEquals(SWITCHES, leaves);
  }

  @Test
  void asManyLossesAsWaysAreACut() {
    Finding three = Claims.about(Forwarding.of(network())).decide(losing(3, Kind.DEVICE), effort());
    assertEquals(Finding.Kind.FAILS, three.kind());
    assertEquals(SWITCHES, three.failed().size());
  }

  @Test
  void allWaysOfAHostShareItsOnlyUplink() {
    Finding one = Claims.about(Forwarding.of(network())).decide(losing(1, Kind.LINK), effort());
    assertEquals("[link kvm[1].eno1]", one.failed().stream().map(Elements::name).toList() + "");
  }
}
