package org.vmn.tests.oracle;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.vmn.runtime.network.Network;

/**
 * One rule, prefix, port, action, route or translation of a network is changed at random: the
 * prover's verdicts change exactly when the second engine says so.
 */
class MutationTest {
  /** Mutants of each network. */
  private static final int AT_ONCE = 5;

  @Test
  void verdictsChangeExactlyWhenTheyShould() {
    int changed = 0;
    long[] seeds = Explore.numbers(15).toArray();
    for (long seed : seeds) {
      changed += mutate(seed);
    }
    assertTrue(changed > seeds.length / 10, "only " + changed + " mutants mattered");
  }

  private static List<String> verdicts(Network network) {
    Judge judge = new Judge(network);
    return network.assertions().stream().map(judge::decides).map(String::valueOf).toList();
  }

  /** How many of some mutants of a network had other verdicts. */
  private static int mutate(long seed) {
    Random random = new Random(seed);
    Network network = RandomNetwork.of(seed);
    List<List<Network>> byPart = Variants.mutants(network);
    List<String> before = verdicts(network);
    int changed = 0;
    for (int i = 0; i < AT_ONCE; i++) {
      List<Network> possible = byPart.get(random.nextInt(byPart.size()));
      Network mutant = possible.get(random.nextInt(possible.size()));
      changed += verdicts(mutant).equals(before) ? 0 : 1;
      if (new Comparison(mutant).disagreement() != null) {
        fail("a mutant of seed " + seed + ": " + Shrinking.explained(mutant));
      }
    }
    return changed;
  }
}
