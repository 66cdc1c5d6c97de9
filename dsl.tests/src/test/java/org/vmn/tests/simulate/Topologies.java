package org.vmn.tests.simulate;

import java.util.Arrays;
import org.vmn.runtime.simulate.flow.Fabric;
import org.vmn.runtime.simulate.flow.Routes;
import org.vmn.runtime.simulate.flow.Transport;

/** The fabrics of the reference workloads. */
public final class Topologies {
  /** TCP as ns-3 was told to run it: timestamps, a frame of PPP, marking switches. */
  public static final Transport DCTCP = new Transport(1448, 54, 10, true);

  private static final double GIGABIT = 1e9 / 8;
  private static final long MICROSECOND = 1000;

  private Topologies() {}

  /** Eight senders and eight receivers on two routers, 10 Gbit/s around 1 Gbit/s. */
  public static Fabric dumbbell() {
    Fabric fabric =
        even(
            33,
            10 * GIGABIT,
            10 * MICROSECOND,
            3,
            (from, to, way) -> {
              boolean back = from >= 8;
              way[0] = back ? 17 + from : from;
              way[1] = back ? 32 : 8;
              way[2] = back ? 9 + to : 9 + to - 8;
              return 3;
            });
    fabric.bytesPerSecond()[8] = GIGABIT;
    fabric.bytesPerSecond()[32] = GIGABIT;
    return fabric;
  }

  /** Hosts on one switch, 1 Gbit/s. */
  public static Fabric star(int hosts) {
    return even(
        2 * hosts,
        GIGABIT,
        5 * MICROSECOND,
        2,
        (from, to, way) -> {
          way[0] = 2 * from;
          way[1] = 2 * to + 1;
          return 2;
        });
  }

  /** A fat tree of switches with k ports, 10 Gbit/s, routed by destination (D-mod-k). */
  public static Fabric fatTree(int k) {
    int half = k / 2;
    int hosts = k * half * half;
    return even(
        2 * hosts + 4 * k * half * half, 10 * GIGABIT, MICROSECOND, 6, new FatTree(k)::find);
  }

  /**
   * The same with all latency at the hosts, so that every way has as much: SimGrid gives flows less
   * the more latency they have, and only then shares as others do.
   */
  public static Fabric evenFatTree(int k) {
    Fabric tree = fatTree(k);
    int hostLinks = k * k * k / 2;
    Arrays.fill(tree.latencyNanos(), 0, hostLinks, 3 * MICROSECOND);
    Arrays.fill(tree.latencyNanos(), hostLinks, tree.latencyNanos().length, 0);
    return tree;
  }

  private static Fabric even(
      int links, double bytesPerSecond, long latency, int longest, Routes routes) {
    double[] capacities = new double[links];
    long[] latencies = new long[links];
    Arrays.fill(capacities, bytesPerSecond);
    Arrays.fill(latencies, latency);
    return new Fabric(capacities, latencies, longest, routes);
  }

  /** Links in pairs, up and down: of hosts, between edge and aggregation, up to the core. */
  private record FatTree(int k) {
    int find(int from, int to, int[] way) {
      int half = k / 2;
      int hosts = k * half * half;
      int aggregation = 2 * hosts;
      int core = aggregation + 2 * k * half * half;
      int edgeFrom = from / half;
      int edgeTo = to / half;
      int podFrom = edgeFrom / half;
      int podTo = edgeTo / half;
      int a = to % half;
      int c = edgeTo % half;
      int length = 0;
      way[length++] = 2 * from;
      if (edgeFrom != edgeTo) {
        way[length++] = aggregation + 2 * (edgeFrom * half + a);
        if (podFrom != podTo) {
          way[length++] = core + 2 * ((podFrom * half + a) * half + c);
          way[length++] = core + 2 * ((podTo * half + a) * half + c) + 1;
        }
        way[length++] = aggregation + 2 * (edgeTo * half + a) + 1;
      }
      way[length++] = 2 * to + 1;
      return length;
    }
  }
}
