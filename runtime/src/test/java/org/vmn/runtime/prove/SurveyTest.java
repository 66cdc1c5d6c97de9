package org.vmn.runtime.prove;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vmn.runtime.Explore;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.network.Endpoints;
import org.vmn.runtime.network.Network;

/** What rows say of all traffic between two sets, walks of each pair of classes say too. */
class SurveyTest {
  private static final int PAIRS = 4;

  @Test
  void rowsAndWalksSayTheSameOfAllTraffic() {
    Set<Survey.Level> seen = EnumSet.of(Survey.Level.NOWHERE);
    Explore.numbers(150).forEach(number -> compare(number, seen));
    assertTrue(seen.containsAll(EnumSet.allOf(Survey.Level.class)), "only " + seen);
  }

  private static void compare(long number, Set<Survey.Level> seen) {
    RandomNetworks dice = new RandomNetworks(new Random(number));
    Network network = dice.network();
    Forwarding tables = Forwarding.of(network);
    Survey walks = new WalkSurvey(tables, () -> false);
    Survey rows = new RowSurvey(tables, () -> false, walks);
    for (int i = 0; i < PAIRS; i++) {
      Endpoints from = dice.set();
      Endpoints to = dice.set();
      assertEquals(
          walks.between(from, to),
          rows.between(from, to),
          () -> number + ": " + from + " to " + to);
      rows.between(from, to).forEach(stretch -> seen.add(stretch.level()));
    }
  }
}
