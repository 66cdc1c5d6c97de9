package org.vmn.runtime.simulate;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.network.Host;

/**
 * The disks of hosts: one resource each, which all that is read and written there shares fairly, as
 * links are shared. The kernel's schedulers for disks give each who asks an equal part (BFQ:
 * Valente and Checconi, High Throughput Disk Scheduling with Fair Bandwidth Distribution, 2010).
 */
final class Disks {
  private static final int NONE = -1;

  /** By host: a link without latency, or {@link #NONE} where no speed is stated. */
  private final int[] link;

  Disks(Hosts hosts, Links links) {
    link = new int[hosts.count()];
    for (int host = 0; host < link.length; host++) {
      Host.Disks disks = hosts.host(host).disks();
      link[host] = disks == null ? NONE : links.add(disks.bitsPerSecond(), 0, 0);
    }
  }

  /** The way of data from the disks of one host over a network to those of another. */
  int @Nullable [] around(int from, int @Nullable [] network, int to) {
    if (network == null) {
      return null;
    }
    int[] way = new int[network.length + 2];
    int count = 0;
    if (link[from] != NONE) {
      way[count++] = link[from];
    }
    System.arraycopy(network, 0, way, count, network.length);
    count += network.length;
    if (link[to] != NONE && to != from) {
      way[count++] = link[to];
    }
    return Arrays.copyOf(way, count);
  }
}
