package org.vmn.runtime.simulate.fluid;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.vmn.runtime.simulate.queue.CalendarQueue;

/** Strict priority over several resources. */
class TiersTest {
  private static final long SECOND = 1_000_000_000L;

  /** 100 units: the higher takes the 80 of its limit, the lower two share 20, then 100. */
  @Test
  void theLowerHaveWhatIsLeft() {
    Tiers tiers = new Tiers(3, 2, 1000);
    int wire = tiers.addResource(100);
    int high = tiers.begin(2, new int[] {wire}, 1, 80, 800, 0);
    int first = tiers.begin(1, new int[] {wire}, 1, FairShare.NO_LIMIT, 600, 0);
    int second = tiers.begin(1, new int[] {wire}, 1, FairShare.NO_LIMIT, 1100, 0);
    int starved = tiers.begin(0, new int[] {wire}, 1, FairShare.NO_LIMIT, 50, 0);
    tiers.settle(0);
    assertEquals(100, tiers.usedFrom(0, wire), 1e-9);
    assertEquals(80, tiers.usedFrom(2, wire), 1e-9);
    assertEquals(List.of(10L, 20L, 25L), ends(tiers, List.of(high, first, second)));
    assertEquals(50, tiers.left(starved, 25 * SECOND), 1e-6);
    assertEquals(List.of(26L), ends(tiers, List.of(starved))); // 25.5 s
    assertEquals(CalendarQueue.NEVER, tiers.time());
    assertEquals(2550, tiers.done(wire, 30 * SECOND), 1e-6);
  }

  private static List<Long> ends(Tiers tiers, List<Integer> expected) {
    List<Long> seconds = new ArrayList<>();
    for (int activity : expected) {
      long now = tiers.time();
      assertEquals(activity, tiers.finish());
      tiers.settle(now);
      seconds.add(Math.round(now / 1e9));
    }
    return seconds;
  }

  /** It is what weights come to that differ by a factor of a million from tier to tier. */
  @Property(tries = 300, seed = "1")
  void isTheLimitOfWeights(@ForAll long seed) {
    Random random = new Random(seed);
    int resources = 1 + random.nextInt(5);
    double[] capacity = new double[resources];
    Tiers tiers = new Tiers(3, 5, 1000);
    for (int r = 0; r < resources; r++) {
      capacity[r] = 1 + random.nextInt(999);
      tiers.addResource(capacity[r]);
    }
    List<Filling.Flow> flows = new ArrayList<>();
    List<Integer> activities = new ArrayList<>();
    for (int i = 1 + random.nextInt(12); i > 0; i--) {
      int[] way =
          random.ints(0, resources).distinct().limit(1 + random.nextInt(resources)).toArray();
      int tier = random.nextInt(3);
      double limit = random.nextBoolean() ? FairShare.NO_LIMIT : 1 + random.nextInt(500);
      flows.add(new Filling.Flow(way, Math.pow(1e6, tier), limit));
      activities.add(tiers.begin(tier, way, way.length, limit, 1e9, 0));
      if (random.nextBoolean()) {
        tiers.settle(0); // what came before gives way
      }
    }
    int changed = random.nextInt(resources);
    capacity[changed] = 1 + random.nextInt(999);
    for (int tier = 0; tier < 3; tier++) {
      tiers.setCapacity(tier, changed, capacity[changed]);
    }
    tiers.settle(0);
    double[] rates = Filling.rates(capacity, flows);
    for (int i = 0; i < rates.length; i++) {
      assertEquals(rates[i], 1e9 - tiers.left(activities.get(i), SECOND), 0.02, "flow " + i);
    }
  }
}
