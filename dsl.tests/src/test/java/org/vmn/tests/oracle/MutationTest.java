package org.vmn.tests.oracle;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.vmn.runtime.network.Network;

/**
 * One rule, prefix, port, action, route or translation of a network is changed at random: the
 * prover's verdicts change exactly when the second engine says so.
 */
class MutationTest {
  /** Mutants of the long run. */
  private static final int MANY = Integer.getInteger("oracle.mutants", 5000);

  /** Mutants of each network. */
  private static final int AT_ONCE = 5;

  @Test
  void verdictsChangeExactlyWhenTheyShould() {
    mutate(0, 25);
  }

  @Test
  @Tag("slow")
  void verdictsOfManyMutants() {
    mutate(Integer.getInteger("oracle.first", 1_000_000), MANY);
  }

  private static List<String> verdicts(Network network) {
    Judge judge = new Judge(network);
    return network.assertions().stream().map(judge::decides).map(String::valueOf).toList();
  }

  private static void mutate(int seed, int mutants) {
    Random random = new Random(seed);
    int changed = 0;
    for (int i = 0; i < mutants; i += AT_ONCE) {
      Network network = RandomNetwork.of(seed + i);
      List<List<Network>> byPart = Variants.mutants(network);
      List<String> before = verdicts(network);
      for (int j = 0; j < AT_ONCE; j++) {
        List<Network> possible = byPart.get(random.nextInt(byPart.size()));
        Network mutant = possible.get(random.nextInt(possible.size()));
        changed += verdicts(mutant).equals(before) ? 0 : 1;
        if (new Comparison(mutant).disagreement() != null) {
          fail("a mutant of seed " + (seed + i) + ": " + Shrinking.explained(mutant));
        }
      }
    }
    assertTrue(changed > mutants / 50, "of " + mutants + " mutants only " + changed + " mattered");
  }
}
