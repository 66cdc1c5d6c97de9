package org.vmn.tests.simulate;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.vmn.runtime.simulate.flow.Transfers;

/**
 * The reference workloads W0 to W2, exact to the bit, so that other simulators can be given the
 * same: splitmix64, and for each flow in this order its time, source, target and size.
 */
public final class Workloads {
  private static final double NANOS = 1e9;

  private Workloads() {}

  /** Eight senders and receivers, the link between them loaded to 60 %. */
  public static Transfers dumbbell(int flows) {
    SplitMix random = new SplitMix(1);
    double rate = 0.6 * 1e9 / 8 / WebSearch.MEAN;
    return poisson(flows, random, rate, 8, 8, 8);
  }

  /** Flows of 1 to 10 MB between hosts of a star, begun within a second. */
  public static Transfers star(int hosts, int flows) {
    SplitMix random = new SplitMix(2);
    Transfers drawn = columns(flows);
    for (int i = 0; i < flows; i++) {
      drawn.startNanos()[i] = (long) (random.fraction() * NANOS);
      ends(drawn, i, random, hosts);
      drawn.bytes()[i] = 1_000_000 + random.below(9_000_001);
    }
    int[] order =
        IntStream.range(0, flows)
            .boxed()
            .sorted(Comparator.comparingLong(i -> drawn.startNanos()[i]))
            .mapToInt(i -> i)
            .toArray();
    Transfers sorted = columns(flows);
    for (int i = 0; i < flows; i++) {
      copy(drawn, order[i], sorted, i);
    }
    return sorted;
  }

  /** A fat tree whose hosts are loaded to 50 %, with the seed that its workload has. */
  public static Transfers fatTree(int k, int flows) {
    return fatTree(k, flows, k == 8 ? 3 : 4);
  }

  /** The same with other chance. */
  static Transfers fatTree(int k, int flows, int seed) {
    int hosts = k * k * k / 4;
    SplitMix random = new SplitMix(seed);
    return poisson(flows, random, 0.5 * hosts * 10e9 / 8 / WebSearch.MEAN, hosts, hosts, 0);
  }

  /**
   * @param firstTarget 0 when sources and targets are the same hosts
   */
  private static Transfers poisson(
      int flows, SplitMix random, double rate, int sources, int targets, int firstTarget) {
    Transfers transfers = columns(flows);
    double time = 0;
    for (int i = 0; i < flows; i++) {
      time += random.exponential(rate);
      transfers.startNanos()[i] = (long) (time * NANOS);
      if (firstTarget == 0) {
        ends(transfers, i, random, sources);
      } else {
        transfers.source()[i] = random.below(sources);
        transfers.target()[i] = firstTarget + random.below(targets);
      }
      transfers.bytes()[i] = WebSearch.draw(random);
    }
    return transfers;
  }

  private static void ends(Transfers transfers, int i, SplitMix random, int hosts) {
    int source = random.below(hosts);
    int target = random.below(hosts - 1);
    transfers.source()[i] = source;
    transfers.target()[i] = target >= source ? target + 1 : target;
  }

  /** The first of them. */
  static Transfers first(Transfers all, int count) {
    Transfers some = columns(count);
    for (int i = 0; i < count; i++) {
      copy(all, i, some, i);
    }
    return some;
  }

  private static Transfers columns(int count) {
    return new Transfers(new long[count], new int[count], new int[count], new long[count]);
  }

  private static void copy(Transfers from, int i, Transfers to, int k) {
    to.startNanos()[k] = from.startNanos()[i];
    to.source()[k] = from.source()[i];
    to.target()[k] = from.target()[i];
    to.bytes()[k] = from.bytes()[i];
  }
}
