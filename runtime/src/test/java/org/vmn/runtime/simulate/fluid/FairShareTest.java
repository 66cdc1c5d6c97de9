package org.vmn.runtime.simulate.fluid;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class FairShareTest {
  private static final double CLOSE = 1e-8;

  /** Flows come and go and capacities change; after each step rates are those of the oracle. */
  private static final class Net {
    final Random random;
    final boolean plain;
    final double[] capacity;
    final FairShare shares = new FairShare(6, 1000);
    final List<Integer> open = new ArrayList<>();
    final List<Filling.Flow> asked = new ArrayList<>();

    Net(long seed, int resources, boolean plain) {
      random = new Random(seed);
      this.plain = plain;
      capacity = new double[resources];
      for (int r = 0; r < resources; r++) {
        capacity[r] = capacity();
        shares.addResource(capacity[r]);
      }
    }

    private double capacity() {
      return plain
          ? 100 * (1 + random.nextInt(2))
          : random.nextInt(20) == 0 ? 0 : 1000 * random.nextDouble();
    }

    void step() {
      int kind = random.nextInt(10);
      if (kind == 0) {
        int r = random.nextInt(capacity.length);
        capacity[r] = capacity();
        shares.setCapacity(r, capacity[r]);
      } else if (kind <= 3 && !open.isEmpty()) {
        int i = random.nextInt(open.size());
        shares.close(open.remove(i));
        asked.remove(i);
      } else {
        int[] way =
            random
                .ints(0, capacity.length)
                .distinct()
                .limit(1 + random.nextInt(Math.min(6, capacity.length)))
                .toArray();
        double weight = plain ? 1 : 0.1 + 3 * random.nextDouble();
        double limit =
            plain || random.nextBoolean() ? FairShare.NO_LIMIT : 300 * random.nextDouble();
        open.add(shares.open(way, way.length, weight, limit));
        asked.add(new Filling.Flow(way, weight, limit));
      }
    }

    double[] rates() {
      return open.stream().mapToDouble(shares::rate).toArray();
    }
  }

  @Property(tries = 60, seed = "1")
  void agreesWithFillingFromNothing(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 25) int resources,
      @ForAll boolean plain) {
    Net net = new Net(seed, resources, plain);
    for (int i = 0; i < 80; i++) {
      for (int k = net.random.nextInt(4); k >= 0; k--) {
        net.step();
      }
      net.shares.settle();
      assertArrayEquals(Filling.rates(net.capacity, net.asked), net.rates(), CLOSE * 1000);
    }
  }

  /** Nothing is used twice, and what is used is, to the last bit, the sum of the rates. */
  @Property(tries = 40, seed = "1")
  void conservesWork(@ForAll long seed, @ForAll @IntRange(min = 1, max = 25) int resources) {
    Net net = new Net(seed, resources, false);
    for (int i = 0; i < 500; i++) {
      net.step();
      net.shares.settle();
    }
    double[] used = new double[resources];
    for (int f = 0; f < net.open.size(); f++) {
      for (int r : net.asked.get(f).way()) {
        used[r] += net.shares.rate(net.open.get(f));
      }
    }
    for (int r = 0; r < resources; r++) {
      assertEquals(used[r], net.shares.used(r));
      assertTrue(used[r] <= net.shares.capacity(r) * (1 + CLOSE), "more than all of " + r);
    }
  }

  /** Nobody can get more without taking it from one who has no more. */
  @Property(tries = 40, seed = "1")
  void isFair(@ForAll long seed, @ForAll @IntRange(min = 1, max = 25) int resources) {
    Net net = new Net(seed, resources, false);
    for (int i = 0; i < 200; i++) {
      net.step();
    }
    net.shares.settle();
    for (int f = 0; f < net.open.size(); f++) {
      Filling.Flow flow = net.asked.get(f);
      double rate = net.shares.rate(net.open.get(f));
      double level = rate / flow.weight();
      boolean bottleneck =
          Arrays.stream(flow.way())
              .anyMatch(r -> isFull(net, r) && highest(net, r) <= level + CLOSE * 1000);
      assertTrue(
          bottleneck || rate >= flow.limit() - CLOSE * 1000, "flow " + f + " could have more");
    }
  }

  private static boolean isFull(Net net, int resource) {
    return net.shares.used(resource) >= net.shares.capacity(resource) - CLOSE * 1000;
  }

  private static double highest(Net net, int resource) {
    double highest = 0;
    for (int f = 0; f < net.open.size(); f++) {
      int[] way = net.asked.get(f).way();
      if (Arrays.stream(way).anyMatch(r -> r == resource)) {
        highest = Math.max(highest, net.shares.rate(net.open.get(f)) / net.asked.get(f).weight());
      }
    }
    return highest;
  }

  /** Bertsekas and Gallager, example 6.5: one long flow and short ones on three links. */
  @Test
  void textbook() {
    FairShare shares = new FairShare(3, 2);
    int one = shares.addResource(1);
    int two = shares.addResource(2);
    int three = shares.addResource(1);
    int through = shares.open(new int[] {one, two, three}, 3, 1, FairShare.NO_LIMIT);
    int first = shares.open(new int[] {one}, 1, 1, FairShare.NO_LIMIT);
    int second = shares.open(new int[] {two}, 1, 1, FairShare.NO_LIMIT);
    int third = shares.open(new int[] {two, three}, 2, 1, FairShare.NO_LIMIT);
    shares.settle();
    assertEquals(0.5, shares.rate(through));
    assertEquals(0.5, shares.rate(first));
    assertEquals(1, shares.rate(second));
    assertEquals(0.5, shares.rate(third));
    shares.close(third);
    shares.settle();
    assertEquals(1.5, shares.rate(second));
    assertEquals(1, shares.changedCount());
    assertEquals(second, shares.changed(0));
  }

  @Test
  void whatCrossesNothingHasItsLimit() {
    FairShare shares = new FairShare(1, 10);
    int alone = shares.open(new int[0], 0, 2, 7);
    shares.settle();
    assertEquals(7, shares.rate(alone));
  }

  @Test
  void refusesWhatHasNoAnswer() {
    FairShare shares = new FairShare(1, 10);
    assertThrows(IllegalArgumentException.class, () -> new FairShare(0, 1));
    assertThrows(IllegalArgumentException.class, () -> shares.addResource(11));
    assertThrows(IllegalArgumentException.class, () -> shares.addResource(Double.NaN));
    assertThrows(
        IllegalArgumentException.class, () -> shares.open(new int[0], 0, 1, FairShare.NO_LIMIT));
    assertThrows(IllegalArgumentException.class, () -> shares.open(new int[1], 1, 0, 1));
  }
}
