package org.vmn.tests.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.vmn.runtime.simulate.flow.Fabric;
import org.vmn.runtime.simulate.flow.FlowRun;
import org.vmn.runtime.simulate.flow.Transfers;
import org.vmn.runtime.simulate.flow.Transport;

/** The answers that SimGrid 3.32 gives on the same flows, and closed forms. */
class ReferenceWorkloadsTest {
  private static final double MILLISECOND = 1e6;

  @Test
  void star() {
    long[] took = run(Topologies.star(1000), Workloads.star(1000, 10_000));
    assertEquals(107.703, mean(took), 0.001);
    assertEquals(345.78, percentile(took, 0.99), 0.01);
  }

  @Test
  void fatTree() {
    long[] took = run(Topologies.fatTree(8), Workloads.fatTree(8, 100_000));
    assertEquals(5.367, mean(took), 0.001);
    assertEquals(0.2507, percentile(took, 0.5), 0.0001);
    assertEquals(70.94, percentile(took, 0.99), 0.01);
  }

  /** Processor sharing of one link: the mean depends on the mean size alone (M/G/1-PS). */
  @Test
  void dumbbell() {
    long[] took = run(Topologies.dumbbell(), Workloads.dumbbell(100_000));
    double expected = 0.030 + 8 * WebSearch.MEAN / (1e9 * (1 - 0.6)) * 1000;
    assertEquals(expected, mean(took), 0.05 * expected);
  }

  /** CloudSim Plus and SimGrid finish the same tasks in the same time. */
  @Test
  void dataCentre() {
    DataCentre centre = new DataCentre(10);
    centre.run();
    long[] took = centre.took().clone();
    Arrays.sort(took);
    assertEquals(63.358, mean(took) / 1000, 0.001);
    assertEquals(158.37, percentile(took, 0.99) / 1000, 0.01);
    long[] moved = Arrays.stream(centre.moved()).filter(nanos -> nanos > 0).toArray();
    assertEquals(1000, moved.length);
    assertEquals(32, mean(moved) / 1000, 1e-6);
  }

  /** The closed form: binomial hosts, conditional on the switches. */
  @Test
  void availability() {
    Availability.Outcome outcome = Availability.of(2000, 87_600);
    assertEquals(0.991659, outcome.availability(), 2 * outcome.error());
    assertTrue(outcome.error() < 1e-4, outcome.toString());
  }

  private static long[] run(Fabric fabric, Transfers transfers) {
    long[] took = FlowRun.run(fabric, Transport.FLUID, transfers);
    Arrays.sort(took);
    return took;
  }

  private static double mean(long[] took) {
    return Arrays.stream(took).average().orElseThrow() / MILLISECOND;
  }

  private static double percentile(long[] sorted, double part) {
    return sorted[(int) (sorted.length * part)] / MILLISECOND;
  }
}
