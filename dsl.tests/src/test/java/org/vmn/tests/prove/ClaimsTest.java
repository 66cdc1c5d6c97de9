package org.vmn.tests.prove;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.vmn.runtime.prove.Verdict.Outcome.PROVED;
import static org.vmn.runtime.prove.Verdict.Outcome.REFUTED;
import static org.vmn.runtime.prove.Verdict.Outcome.UNDECIDED;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vmn.runtime.claims.Elements;
import org.vmn.runtime.prove.Verdict;

/** Claims as written, holding and broken. Loops the compiler finds before. */
class ClaimsTest {
  private static final String SITE =
      """
      network n
      host kvm[3] { cpu 16; memory 64 GiB; uplink eno1 { speed 1 Gbps } }
      segment front { vlan 10; subnet 10.0.1.0/24; on kvm[*].eno1 }
      segment back  { vlan 11; subnet 10.0.2.0/24; on kvm[*].eno1 }
      segment dmz   { vlan 12; subnet 192.0.2.0/24; on kvm[*].eno1 }
      external internet { on dmz; gateway 192.0.2.1 }
      router edge { ports front, back, dmz; route 0.0.0.0/0 via internet }
      vm web[6] { cpu 2; nic front; runs shop on 8080/tcp; spread host }
      vm db[2] { cpu 4; nic back; runs store on 5432/tcp; apart host }
      balancer www on 192.0.2.10:443/tcp -> web : shop
      policy default deny
      allow internet -> www
      allow web -> db : store
      """;

  @Test
  void waypointsAreOnEveryWay() {
    assertEquals(
        List.of(REFUTED, PROVED, PROVED, REFUTED),
        Written.outcomes(
            SITE
                + """
                firewall gate on edge { deny internet -> web : 22/tcp; allow any -> any }
                assert every path internet -> web crosses www
                assert every path internet -> web crosses gate
                assert every path web -> db crosses edge
                assert every path web -> web crosses edge
                allow web -> web
                """));
  }

  /** A target that is up and can't be got to isn't one that is down. */
  @Test
  void whoIsCutOffIsToldSo() {
    Verdict verdict =
        Written.verdicts(
                SITE
                    + """
                    vm client { nic front; on kvm[3] }
                    vm near { nic front; on kvm[1] }
                    vm other { nic front; on kvm[2] }
                    balancer two on 10.0.1.99:80/tcp -> near, other
                    allow client -> two
                    assert any 1 of link down => client reaches two
                    """)
            .get(0);
    assertEquals(REFUTED, verdict.outcome());
    assertEquals(
        "balancer two finds no wire from kvm[3] to a target",
        verdict.counterexample().deciding().where()
            + " "
            + verdict.counterexample().deciding().what());
  }

  @Test
  void whoHasNoFamilyInCommonIsNamed() {
    List<Verdict> verdicts =
        Written.verdicts(
            """
            network n
            segment four { subnet 10.1.0.0/24 }
            segment six { subnet 2001:db8:6::/64 }
            router r { ports four, six }
            vm c[2] { nic four }
            vm d { nic six }
            host h[2] { uplink e }
            assert c reaches d
            assert any 1 of router down => c reaches d
            """);
    String why = "`c[1]` has only IPv4 addresses, and `d` only IPv6 addresses";
    assertEquals(why, verdicts.get(0).reason());
    assertEquals("with nothing down: " + why, verdicts.get(1).reason());
  }

  @Test
  void isolationIsMutualAndSeesThroughBalancers() {
    assertEquals(
        List.of(PROVED, REFUTED, REFUTED),
        Written.outcomes(
            SITE
                + """
                assert isolated internet from db
                assert isolated db from web
                assert isolated web from internet
                """));
  }

  @Test
  void blackHolesAreForAddressesThatSomebodyHas() {
    String routers =
        """
        network n
        segment a { subnet 10.0.1.0/24 }
        segment mid { subnet 10.0.9.0/24 }
        segment b { subnet 10.0.2.0/24 }
        vm x { nic a }
        vm y { nic b }
        router one { ports a, mid; route 10.0.2.0/24 via 10.0.9.2 }
        router two { ports mid, b }
        assert no black holes
        """;
    assertEquals(List.of(REFUTED), Written.outcomes(routers));
    assertEquals(
        List.of(PROVED),
        Written.outcomes(routers.replace("mid, b }", "mid, b; route 10.0.1.0/24 via 10.0.9.1 }")));
  }

  @Test
  void theNarrowestPlaceOfAWayCounts() {
    assertEquals(
        List.of(PROVED, REFUTED, REFUTED),
        Written.outcomes(
            SITE.replace("subnet 10.0.2.0/24;", "subnet 10.0.2.0/24; mtu 1400;")
                + """
                assert mtu web to db >= 1400
                assert mtu web to db >= 1401
                assert mtu db to web >= 576
                """));
  }

  @Test
  void failuresNameTheSmallestSetThatBreaksAClaim() {
    List<Verdict> verdicts =
        Written.verdicts(
            SITE
                + """
                assert any 1 of host, vm down => web reaches db on store
                assert any 2 of vm down => web reaches db on store
                assert any 2 of host down => internet reaches www
                assert redundant web -> db on store
                assert any 1 of host down => internet cannot reach db
                """);
    assertEquals(
        List.of(PROVED, REFUTED, REFUTED, REFUTED, PROVED),
        verdicts.stream().map(Verdict::outcome).toList());
    assertEquals(
        List.of("[]", "[vm db[1], vm db[2]]", "[host kvm[1]]", "[router edge]", "[]"),
        verdicts.stream()
            .map(v -> v.failed().stream().map(Elements::name).toList().toString())
            .toList());
  }

  @Test
  void useOfHardwareIsBounded() {
    List<Verdict> verdicts =
        Written.verdicts(
            SITE
                + """
                assert cpu on host <= 50 %
                assert cpu on host < 50 %
                assert storage on host <= 50 %
                assert bandwidth on link <= 80 %
                assert bandwidth on link <= 20 %
                scenario rush { for 1 min; load internet -> www { 1000 req/s; request 1 KiB; response 50 KiB } }
                """);
    assertEquals(
        List.of(PROVED, REFUTED, UNDECIDED, PROVED, REFUTED),
        verdicts.stream().map(Verdict::outcome).toList());
    assertTrue(verdicts.get(1).reason().contains("uses 50 % of its cpu"), verdicts.get(1).reason());
  }
}
