package org.vmn.runtime.prove;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.vmn.runtime.TestNetworks.at;
import static org.vmn.runtime.TestNetworks.ip;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vmn.runtime.Explore;
import org.vmn.runtime.TestNetworks;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.network.Addresses;
import org.vmn.runtime.network.Assertion;
import org.vmn.runtime.network.Claim;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Nic;
import org.vmn.runtime.network.Policy;
import org.vmn.runtime.network.Replicas;
import org.vmn.runtime.network.Router;
import org.vmn.runtime.network.Segment;
import org.vmn.runtime.network.Traffic.Protocol;
import org.vmn.runtime.value.IpRange;
import org.vmn.runtime.value.Mac;
import org.vmn.runtime.value.Prefix;

/**
 * Rows of bits on the folded topology say what one walk for each pair of classes, each class of
 * ports and each target says: {@link ClassProver}, which folds nothing.
 */
class RowsAgainstWalksTest {

  /** An address is excluded on the adapter that a guest would send from; others have it. */
  @Test
  void anExcludedAddressLeavesItsAdapter() {
    bothDecideAlike(-93874);
  }

  /**
   * A chain takes what comes from some addresses, forged or not, and rules don't tell them apart.
   */
  @Test
  void whatIsForgedMeetsTheChainOfItsAddress() {
    bothDecideAlike(1_001_599);
  }

  /** An external, and a part of it that speaks one family only, are two parties. */
  @Test
  void whatIsMeantTwiceOfAnExternalIsAskedTwice() {
    bothDecideAlike(1_002_557);
  }

  @Test
  void bothDecideAlike() {
    Explore.numbers(1000).forEach(RowsAgainstWalksTest::bothDecideAlike);
  }

  private static void bothDecideAlike(long seed) {
    Network network = RandomNetworks.of(seed);
    Forwarding forwarding = Forwarding.of(network);
    Prover rows = new RowProver(forwarding, Bounds.USUAL);
    Prover walks = new ClassProver(forwarding, Bounds.USUAL);
    for (Assertion assertion : network.assertions()) {
      Verdict verdict = rows.prove(assertion);
      assertEquals(
          walks.prove(assertion).outcome(), verdict.outcome(), () -> seed + ": " + assertion);
      if (verdict.counterexample() != null) {
        Claim.Reach claim = (Claim.Reach) assertion.claim();
        if (claim.mode() != Claim.Mode.REACHES_ONLY) {
          boolean shows =
              claim.mode() == Claim.Mode.CANNOT_REACH
                  ? verdict.counterexample().arrives()
                  : !verdict.counterexample().completes();
          assertEquals(true, shows, () -> seed + ": " + verdict.counterexample());
        }
      }
    }
  }

  /**
   * The machine that a router translates to is the only one of its kind on one of its addresses,
   * and one of many on the other: what it sends to its own second address says nothing about what
   * it sends to others'.
   */
  @Test
  void whatAMachineSendsToItselfSaysNothingAboutOthers() {
    Segment lan =
        new Segment(
            "lan",
            new Segment.Local(),
            List.of(Prefix.parse("10.0.0.0/24"), Prefix.parse("10.1.0.0/24")),
            1500,
            false,
            null,
            null,
            null,
            at(1));
    Nic nic =
        new Nic(
            "nic1",
            "lan",
            new Mac(0x100),
            lan.subnets().stream()
                .map(p ->
                    new Addresses(p, List.of(new IpRange(p.first().plus(16), p.first().plus(17)))))
                .toList(),
            0,
            false,
            0,
            null,
            null,
            at(2));
    Machine pair =
        TestNetworks.machine("m", new Replicas(2, true), 1, TestNetworks.onHost(2, "kvm[1]"), nic);
    Router router =
        new Router(
            "r",
            List.of(
                new Router.Port("lan", List.of(ip("10.0.0.1"), ip("10.1.0.1")), new Mac(1), at(3))),
            List.of(),
            List.of(),
            List.of(),
            List.of(
                new Router.Dnat(
                    ip("10.0.0.72"),
                    "lan",
                    Protocol.TCP,
                    4,
                    pair.ref(0),
                    ip("10.0.0.16"),
                    3,
                    at(4))),
            false,
            null,
            null,
            at(5));
    Network network =
        TestNetworks.network("n", 1)
            .segments(lan)
            .routers(router)
            .machines(pair)
            .policy(new Policy(true, false, List.of(), at(6)))
            .build();
    Claim claim =
        new Claim.Reach(
            Claim.Mode.CANNOT_REACH,
            TestNetworks.literal("10.0.0.16/32"),
            TestNetworks.literal("10.1.0.16/31"),
            null);
    assertEquals(
        Verdict.Outcome.REFUTED,
        Prover.of(Forwarding.of(network)).prove(new Assertion("a", claim, at(7))).outcome());
  }
}
