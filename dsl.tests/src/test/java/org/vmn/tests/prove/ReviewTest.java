package org.vmn.tests.prove;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vmn.runtime.claims.Effort;
import org.vmn.runtime.claims.Elements;
import org.vmn.runtime.claims.MinimalCuts;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.prove.Prover;
import org.vmn.runtime.prove.Verdict;
import org.vmn.runtime.review.Change;
import org.vmn.runtime.review.Cut;
import org.vmn.runtime.review.Matrix;
import org.vmn.runtime.review.Remedies;
import org.vmn.runtime.review.RuleReview;

/** What proofs are good for beside verdicts. */
class ReviewTest {
  private static final String TIERS =
      """
      network n
      segment front { subnet 10.0.1.0/24 }
      segment back { subnet 10.0.2.0/24 }
      router r { ports front, back }
      vm web[3] { nic front }
      vm db { nic back }
      policy default deny
      """;

  @Test
  void saysWhichRuleWouldOpenAndThatItDoes() {
    assertEquals(
        "`allow web -> db : 5432/tcp` makes it hold",
        remedy(TIERS + "assert web reaches db on 5432/tcp"));
    assertEquals(
        "taking `deny web[2] -> db` away makes it hold",
        remedy(TIERS + "allow web -> db\ndeny web[2] -> db\nassert web reaches db"));
    assertEquals(
        "declare a router that has both segments, as in `router edge { ports a, b }`",
        remedy(
            """
            network n
            segment a { subnet 10.0.1.0/24 }
            segment b { subnet 10.0.2.0/24 }
            vm x { nic a }
            vm y { nic b }
            assert x reaches y
            """));
  }

  @Test
  void saysWhatLeadsRoundAHostsOnlyUplink() {
    assertEquals(
        "give host `srv` a second uplink, carry a second segment over it, and give the machines an"
            + " adapter on both",
        remedy(
            """
            network n
            host srv[2] { uplink eth0 }
            fabric f {
              switch leaf
              link srv[*].eth0 -- leaf { speed 1 Gbps }
            }
            segment lan { vlan 10; on srv[*].eth0; subnet 10.0.0.0/24 }
            vm a { nic lan; on srv[1] }
            vm b { nic lan; on srv[2] }
            assert any 1 of link down => a reaches b
            """));
  }

  @Test
  void saysWhatLetsALeakPass() {
    assertEquals(
        "`deny web -> db : 22/tcp` makes it hold",
        remedy(TIERS + "allow web -> db\nassert web cannot reach db on 22/tcp"));
    assertEquals(
        "narrowing `allow web -> db` to `allow web -> db : 22/tcp` makes it hold",
        remedy(TIERS + "allow web -> db\nassert web reaches db only on 22/tcp"));
  }

  @Test
  void saysWhatElseARemedyChanges() {
    assertEquals(
        "`deny web -> db : 22/tcp` makes it hold, but breaks `web[1] reaches db on 22/tcp`",
        remedy(
            TIERS
                + """
                allow web -> db
                assert web cannot reach db on 22/tcp
                assert web[1] reaches db on 22/tcp
                """));
    assertEquals(
        "`allow web -> db : 22/tcp` makes it hold, and `web[2] reaches db on 22/tcp`",
        remedy(
            TIERS
                + """
                assert web reaches db on 22/tcp
                assert web[2] reaches db on 22/tcp
                """));
  }

  @Test
  void whatIsDownIsNotMissing() {
    assertEquals(
        "put a second router on the segment",
        remedy(TIERS + "allow web -> db\nassert any 1 of router down => web reaches db"));
  }

  @Test
  void prefersWhatBreaksNothing() {
    assertEquals(
        "narrowing `deny web -> any` to `deny web except web[2] -> any` makes it hold",
        remedy(
            TIERS
                + """
                allow web -> db
                deny web -> any
                assert web[2] reaches db
                assert web[1] cannot reach db
                """));
    assertEquals(
        "narrowing `deny web[1..2] -> any` to `deny web[1..2] -> any except db` makes it hold",
        remedy(
            TIERS
                + """
                allow web[1..2] -> any
                deny web[1..2] -> any
                assert web[1..2] reaches db
                """));
  }

  private static String remedy(String text) {
    Forwarding tables = Forwarding.of(Written.network(text));
    Prover prover = Prover.of(tables);
    Verdict verdict = prover.proveAll(tables.network().assertions()).get(0);
    return new Remedies(tables, () -> prover).of(verdict).text();
  }

  @Test
  void namesTheDecisionsThatHoldAClaim() {
    Network network =
        Written.network(
            TIERS
                + "allow web -> db : 80/tcp\n"
                + "deny web[1] -> db\n"
                + "assert web[1..2] cannot reach db on 22/tcp, 80/tcp");
    // web[2] is let through on port 80, so the claim doesn't hold; two decisions stop the rest.
    List<String> held =
        Cut.of(Forwarding.of(network), network.assertions().get(0).claim()).stream()
            .map(Cut.Holder::what)
            .toList();
    assertEquals(true, held.containsAll(List.of("deny web[1] -> db", "policy default deny")));
  }

  @Test
  void findsRulesThatDoNothing() {
    Network network =
        Written.network(
            TIERS
                + """
                allow web -> db : 5432/tcp
                allow web[2] -> db : 5432/tcp
                allow web -> db : 22/tcp
                deny any -> db : 22/tcp
                allow 172.16.0.0/12 -> db
                deny db -> web
                """);
    List<String> remarks =
        RuleReview.of(Forwarding.of(network)).stream()
            .map(r -> r.kind() + " " + r.rule() + " / " + r.because())
            .toList();
    assertEquals(
        List.of(
            "REDUNDANT allow web[2] -> db : 5432/tcp / allow web -> db : 5432/tcp",
            "SHADOWED allow web -> db : 22/tcp / deny any -> db : 22/tcp",
            "UNUSED allow 172.16.0.0/12 -> db / ",
            "REDUNDANT deny db -> web / "),
        remarks);
  }

  private static final String LAN =
      """
      network n
      segment lan { subnet 10.0.0.0/24 }
      vm a { nic lan }
      vm b { nic lan }
      vm q { nic lan; quarantine }
      policy default deny
      """;

  private static List<String> rules(String text) {
    return RuleReview.of(Forwarding.of(Written.network(text))).stream()
        .map(r -> r.kind() + " " + r.rule())
        .toList();
  }

  /** Not one that could go only together with what it shadows. */
  @Test
  void eachRuleCanGoAlone() {
    assertEquals(List.of("SHADOWED allow a -> b"), rules(LAN + "allow a -> b\ndeny any -> b\n"));
    assertEquals(
        List.of("SHADOWED allow any -> any"),
        rules(
            TIERS
                + "firewall f on r { allow web -> db : tcp; deny any -> any; allow any -> any }"));
  }

  @Test
  void rulesThatDoTheSameCannotAllGo() {
    assertEquals(
        List.of("REDUNDANT allow 10.0.0.1 -> b : 80/tcp"),
        rules(LAN + "allow a -> b : 80/tcp\nallow 10.0.0.1 -> b : 80/tcp\n"));
  }

  @Test
  void rulesThatNobodyCanUseAreUnused() {
    assertEquals(
        List.of("UNUSED allow a -> a", "UNUSED allow q -> a"),
        rules(LAN + "allow a -> a\nallow q -> a\nallow b -> a\n"));
  }

  @Test
  void aForgingMachineUsesRulesForAddressesThatNobodyHas() {
    String rule = "allow 10.9.9.9 -> b : 80/tcp\n";
    assertEquals(List.of("UNUSED allow 10.9.9.9 -> b : 80/tcp"), rules(LAN + rule));
    assertEquals(List.of(), rules(LAN + rule + "vm t { nic lan { spoof } }\n"));
  }

  @Test
  void noRuleThatNamesAMachineStopsItsForgedPackets() {
    assertEquals(
        "take `spoof` from the adapter; a rule that names the machine doesn't match a forged"
            + " source",
        remedy(
            LAN
                + "vm t { nic lan { spoof } }\nallow 10.9.9.9 -> b : 80/tcp\n"
                + "assert t cannot reach b"));
  }

  @Test
  void aRuleThatIsAllThatIsClaimedIsTakenAway() {
    assertEquals(
        "taking `deny a -> b : 80/tcp` away makes it hold",
        remedy(LAN + "allow a -> b\ndeny a -> b : 80/tcp\nassert a reaches b on 80/tcp"));
  }

  @Test
  void showsWhoReachesWhom() {
    Matrix matrix =
        Matrix.of(
            Forwarding.of(
                Written.network(
                    TIERS + "allow web -> db : 22/tcp\nallow web[1] -> db : 80..89/tcp")),
            done -> false);
    assertEquals(List.of("web", "db"), matrix.sources());
    Matrix.Cell cell = matrix.cells().get(0).get(1);
    assertEquals("[Match[protocol=TCP, firstPort=22, lastPort=22]]", cell.all().toString());
    assertEquals("[Match[protocol=TCP, firstPort=80, lastPort=89]]", cell.some().toString());
  }

  @Test
  void findsWhatMustNotFail() {
    Network network = Written.network(TIERS + "allow web -> db\nassert web reaches db");
    List<String> points =
        MinimalCuts.of(
                Forwarding.of(network),
                network.assertions().get(0).claim(),
                1,
                new Effort(100_000, 0, () -> false))
            .stream()
            .map(f -> Elements.name(f.failed().get(0)))
            .toList();
    assertEquals(List.of("host host", "vm db", "router r"), points);
  }

  @Test
  void findsWhatMustNotFailTogether() {
    Network network =
        Written.network(
            """
            network n
            host kvm[3] { uplink eno1 }
            segment lan { vlan 10; subnet 10.0.1.0/24; on kvm[*].eno1 }
            vm web[2] { nic lan; on kvm[1] }
            vm db[2] { nic lan; on kvm[2..3]; spread host }
            assert web reaches db
            """);
    List<String> cuts =
        MinimalCuts.of(
                Forwarding.of(network),
                network.assertions().get(0).claim(),
                2,
                new Effort(100_000, 0, () -> false))
            .stream()
            .map(f -> f.failed().stream().map(Elements::name).toList().toString())
            .toList();
    assertEquals(
        List.of(
            "[host kvm[1]]",
            "[link kvm[1].eno1]",
            "[link kvm[2].eno1]",
            "[host kvm[2], host kvm[3]]",
            "[host kvm[2], vm db[2]]",
            "[vm web[1], vm web[2]]",
            "[vm db[1], vm db[2]]"),
        cuts);
  }

  @Test
  void saysWhatAChangeChanges() {
    List<String> lines =
        Change.between(
                Forwarding.of(
                    Written.network(
                        TIERS + "allow web -> db : 22/tcp\nassert web reaches db on 22/tcp")),
                Forwarding.of(
                    Written.network(
                        TIERS + "allow web -> db : 23/tcp\nassert web reaches db on 22/tcp")))
            .stream()
            .map(l -> l.kind() + " " + l.what())
            .toList();
    assertEquals(
        List.of(
            "OPENS web -> db",
            "CLOSES web -> db",
            "LOSES `web reaches db on 22/tcp` holds no longer"),
        lines);
  }

  @Test
  void saysWhatIsAssertedNoLonger() {
    String claims = "assert web reaches db on 22/tcp\nassert web cannot reach db on 23/tcp\n";
    String rules = TIERS + "allow web -> db : 22/tcp\n";
    List<String> lines =
        Change.between(
                Forwarding.of(Written.network(rules + claims)),
                Forwarding.of(Written.network(rules + "assert web reaches db on 22/tcp\n")))
            .stream()
            .map(l -> l.kind() + " " + l.what())
            .toList();
    assertEquals(List.of("DROPS `web cannot reach db on 23/tcp` is asserted no longer"), lines);
  }

  @Test
  void aSubnetThatIsRenumberedOpensNothing() {
    String text =
        """
        network n
        segment lan { subnet 10.0.1.0/24 }
        segment wan { subnet 192.0.2.0/24 }
        external internet { on wan; gateway 192.0.2.1 }
        router r { ports lan, wan; route 0.0.0.0/0 via internet }
        vm a { nic lan; runs x on 80/tcp }
        policy default deny
        allow internet -> a : x
        """;
    List<String> lines =
        Change.between(
                Forwarding.of(Written.network(text)),
                Forwarding.of(Written.network(text.replace("10.0.1.0", "10.0.9.0"))))
            .stream()
            .map(l -> l.kind() + " " + l.what() + " " + l.how())
            .toList();
    assertEquals(List.of("RENUMBERS a 10.0.1.2 -> 10.0.9.2"), lines);
  }
}
