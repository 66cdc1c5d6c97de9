package org.vmn.runtime.simulate.flow;

import org.vmn.runtime.simulate.fluid.FairShare;

/** The way found last, and what it takes a packet at this moment. */
final class Ways {
  private static final double NANOS = 1e9;

  /** A link with less than this part of it left is in full use. */
  private static final double REST = 1e-6;

  private final Fabric fabric;
  private final Transport transport;
  private final FairShare shares;
  private final int[] links;
  private final int[] linksBack;
  private int length;

  /**
   * By link: transfers that send as fast as acknowledgements come, and so keep its queue filled.
   */
  private final int[] steady;

  Ways(Fabric fabric, Transport transport, FairShare shares) {
    this.fabric = fabric;
    this.transport = transport;
    this.shares = shares;
    links = new int[fabric.longest()];
    linksBack = new int[fabric.longest()];
    steady = new int[fabric.links()];
  }

  /** A transfer on this way begins or ends to send steadily. */
  void steady(int change) {
    for (int i = 0; i < length; i++) {
      steady[links[i]] += change;
    }
  }

  Ways find(int source, int target) {
    length = fabric.routes().find(source, target, links);
    return this;
  }

  int[] links() {
    return links;
  }

  int length() {
    return length;
  }

  /** The sum of the links' latencies. */
  long latency() {
    return latency(links, length);
  }

  private long latency(int[] way, int count) {
    long sum = 0;
    for (int i = 0; i < count; i++) {
      sum += fabric.latencyNanos()[way[i]];
    }
    return sum;
  }

  /** How long a packet is held up by being stored before it is forwarded, after the first link. */
  long forward(long payload) {
    double seconds = 0;
    for (int i = 1; i < length; i++) {
      seconds += transport.packet(payload) / fabric.bytesPerSecond()[links[i]];
    }
    return Math.round(seconds * NANOS);
  }

  /** How long a packet waits in the longest queue on the way: a transfer has one bottleneck. */
  long queue() {
    return queue(links, length);
  }

  private long queue(int[] way, int count) {
    double seconds = 0;
    double before = Double.MAX_VALUE;
    for (int i = 0; i < count; i++) {
      double capacity = shares.capacity(way[i]);
      // A queue grows where more comes in than goes out: behind a faster link, or where transfers
      // meet.
      int enough = before > capacity ? 1 : 2;
      if (steady[way[i]] >= enough && shares.used(way[i]) >= capacity * (1 - REST)) {
        seconds = Math.max(seconds, transport.queueSeconds(capacity));
      }
      before = capacity;
    }
    return Math.round(seconds * NANOS);
  }

  /** What an acknowledgement takes. */
  long back(int source, int target) {
    int count = fabric.routes().find(target, source, linksBack);
    return latency(linksBack, count) + queue(linksBack, count);
  }
}
