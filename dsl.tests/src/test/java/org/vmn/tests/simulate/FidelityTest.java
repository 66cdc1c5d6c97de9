package org.vmn.tests.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.vmn.runtime.simulate.flow.Fabric;
import org.vmn.runtime.simulate.flow.FlowRun;
import org.vmn.runtime.simulate.flow.Transfers;
import org.vmn.runtime.simulate.flow.Transport;

/**
 * How far off the packets of ns-3 (3.37, DCTCP, the same flows) the fluid is, with and without what
 * transfers are made of. The first of the cases was there when the model was made; the others were
 * measured once it stood. The bounds are what others report of simulators that don't look at
 * packets one by one, and where a case keeps a closer one, the aim.
 */
class FidelityTest {
  // The aim; MimicNet (Zhang et al., SIGCOMM 2021) reports 5 % for the 99th percentile.
  private static final double MEAN = 0.05;
  private static final double MEDIAN = 0.15;
  private static final double TAIL = 0.05;

  /** Parsimon (Zhao et al., NSDI 2023): the 99th percentile within 9 %. */
  private static final double PARSIMON_TAIL = 0.09;

  /** A fluid with headers, handshake, rounds of slow start and queues, tried beforehand on W0. */
  private static final double SKETCH_MEDIAN = 0.27;

  @Test
  void fatTree() throws IOException {
    long[] packets = read("ns3-fat-tree.csv");
    Transfers transfers = Workloads.fatTree(8, packets.length);
    long[] took = near(packets, Topologies.fatTree(8), transfers, MEDIAN, PARSIMON_TAIL);
    assertEquals(1, typical(took, packets, transfers, 0, 100_000), 0.05, "short flows");
    assertEquals(1, typical(took, packets, transfers, 1_000_000, 1 << 30), 0.03, "long flows");
    long[] fluid = FlowRun.run(Topologies.fatTree(8), Transport.FLUID, transfers);
    assertTrue(ratio(fluid, packets, 0.5) < 0.6, "what short flows wait for would be nothing");
  }

  @Test
  void fatTreeWithOtherFlows() throws IOException {
    long[] packets = read("ns3-fat-tree-seed-33.csv");
    near(packets, Topologies.fatTree(8), Workloads.fatTree(8, packets.length, 33), MEDIAN, TAIL);
  }

  @Test
  void star() throws IOException {
    long[] packets = read("ns3-star.csv");
    Transfers transfers = Workloads.first(Workloads.star(100, 1000), packets.length);
    near(packets, Topologies.star(100), transfers, MEDIAN, TAIL);
  }

  /** Flows of 100 kB to 1 MB are too fast, and the median is among them. */
  @Test
  void dumbbell() throws IOException {
    long[] packets = read("ns3-dumbbell.csv");
    near(packets, Topologies.dumbbell(), Workloads.dumbbell(packets.length), SKETCH_MEDIAN, TAIL);
  }

  private static long[] near(
      long[] packets, Fabric fabric, Transfers transfers, double median, double tail) {
    long[] took = FlowRun.run(fabric, Topologies.DCTCP, transfers);
    assertEquals(1, ratio(took, packets, -1), MEAN, "mean");
    assertEquals(1, ratio(took, packets, 0.5), median, "median");
    assertEquals(1, ratio(took, packets, 0.99), tail, "99th percentile");
    return took;
  }

  /** By which factor the mean, or a percentile, is off. */
  private static double ratio(long[] took, long[] packets, double percentile) {
    return figure(took, percentile) / figure(packets, percentile);
  }

  private static double figure(long[] times, double percentile) {
    if (percentile < 0) {
      return Arrays.stream(times).average().orElseThrow();
    }
    long[] sorted = times.clone();
    Arrays.sort(sorted);
    return sorted[(int) (sorted.length * percentile)];
  }

  /** The median of the factors by which flows of a size are off, one by one. */
  private static double typical(
      long[] took, long[] packets, Transfers transfers, long from, long to) {
    double[] factors = new double[took.length];
    int count = 0;
    for (int i = 0; i < took.length; i++) {
      if (from <= transfers.bytes()[i] && transfers.bytes()[i] < to) {
        factors[count++] = (double) took[i] / packets[i];
      }
    }
    Arrays.sort(factors, 0, count);
    return factors[count / 2];
  }

  private static long[] read(String name) throws IOException {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(FidelityTest.class.getResourceAsStream(name)),
                StandardCharsets.UTF_8))) {
      return in.lines().skip(1).mapToLong(line -> Long.parseLong(line.split(",")[1])).toArray();
    }
  }
}
