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
 * transfers are made of. The bounds are what was found, rounded up: a change that makes it worse
 * fails.
 */
class FidelityTest {

  @Test
  void fatTree() throws IOException {
    long[] packets = read("ns3-fat-tree.csv");
    Fabric fabric = Topologies.fatTree(8);
    Transfers transfers = Workloads.fatTree(8, packets.length);
    long[] took = FlowRun.run(fabric, Topologies.DCTCP, transfers);
    assertEquals(1, ratio(took, packets, -1), 0.05, "mean");
    assertEquals(1, ratio(took, packets, 0.5), 0.15, "median");
    assertEquals(1, ratio(took, packets, 0.99), 0.09, "99th percentile");
    assertEquals(1, typical(took, packets, transfers, 0, 100_000), 0.05, "short flows");
    assertEquals(1, typical(took, packets, transfers, 1_000_000, 1 << 30), 0.03, "long flows");
    long[] fluid = FlowRun.run(fabric, Transport.FLUID, transfers);
    assertTrue(ratio(fluid, packets, 0.5) < 0.6, "what short flows wait for would be nothing");
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
