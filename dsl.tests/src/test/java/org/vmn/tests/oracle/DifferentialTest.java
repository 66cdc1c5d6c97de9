package org.vmn.tests.oracle;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vmn.runtime.config.Verifier;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.prove.Verdict.Outcome;

/**
 * On random networks of every feature, the prover says what the second engine says, its
 * counter-examples show it, and walks from each region and its borders end as both expect. A
 * disagreement is shown on the smallest network that still has it.
 */
class DifferentialTest {
  @Test
  void enginesAndWalkAgree() {
    long[] seeds = Explore.numbers(25).toArray();
    Map<Outcome, Integer> outcomes = agree(seeds);
    for (Outcome outcome : List.of(Outcome.PROVED, Outcome.REFUTED)) {
      assertTrue(
          outcomes.getOrDefault(outcome, 0) > seeds.length, "not varied enough: " + outcomes);
    }
  }

  /** Two equal routes lead back here from each router: one packet has ways without number. */
  @Test
  void whatGoesAroundEnds() {
    agree(3_000_354);
  }

  /** Routers pass on to one another what no packet is sent to, but to what is translated to it. */
  @Test
  void whatIsTranslatedGoesAround() {
    agree(9_000_779, 9_002_480);
  }

  /** From outside a packet comes in by a router that asks the balancer, or by one that doesn't. */
  @Test
  void someWaysMeetABalancer() {
    agree(9_000_189, 9_000_278);
  }

  /** Who has addresses of a prefix on several adapters sends from the one that it chooses. */
  @Test
  void machinesOfAPrefixChooseTheirAdapter() {
    agree(9_002_392);
  }

  private static Map<Outcome, Integer> agree(long... seeds) {
    Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
    for (long seed : seeds) {
      Network network = RandomNetwork.of(seed);
      if (!Verifier.problems(network).isEmpty()) {
        fail("seed " + seed + ": " + Verifier.problems(network));
      }
      Comparison comparison = new Comparison(network);
      if (comparison.disagreement() != null) {
        fail("seed " + seed + ": " + Shrinking.explained(network));
      }
      comparison
          .outcomes()
          .forEach((outcome, count) -> outcomes.merge(outcome, count, Integer::sum));
    }
    return outcomes;
  }
}
