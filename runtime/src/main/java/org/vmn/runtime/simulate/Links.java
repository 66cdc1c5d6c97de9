package org.vmn.runtime.simulate;

import java.util.Arrays;

/**
 * Links in one direction each, first come, first served. A message enters a link with its first
 * packet and leaves it with its last; links in a row work at the same time, as they do on packets.
 */
final class Links {
  /**
   * 100 ms of waiting fit into a link's queue: the classic rule of one round trip's worth
   * (Villamizar and Song, 1994).
   */
  static final long BUFFER_NANOS = 100_000_000;

  private static final double NANOS_TIMES_BITS = 8e9;

  private double[] nanosPerByte = new double[64];
  private long[] latency = new long[64];
  private long[] dies = new long[64];
  private long[] busyUntil = new long[64];
  private long[] bytes = new long[64];
  private int count;

  private long head;
  private long tail;

  /**
   * @param bitsPerSecond 0 for no limit
   * @param dies when the host that it belongs to fails
   * @return the new link's number
   */
  int add(long bitsPerSecond, long latencyNanos, long dies) {
    if (count == latency.length) {
      nanosPerByte = Arrays.copyOf(nanosPerByte, 2 * count);
      latency = Arrays.copyOf(latency, 2 * count);
      this.dies = Arrays.copyOf(this.dies, 2 * count);
      busyUntil = Arrays.copyOf(busyUntil, 2 * count);
      bytes = Arrays.copyOf(bytes, 2 * count);
    }
    nanosPerByte[count] = bitsPerSecond == 0 ? 0 : NANOS_TIMES_BITS / bitsPerSecond;
    latency[count] = Math.min(latencyNanos, Bounds.LONGEST_NANOS);
    this.dies[count] = dies;
    return count++;
  }

  /** Whether messages may have to wait, so that their order matters. */
  boolean isLimited(int link) {
    return nanosPerByte[link] > 0;
  }

  /** What became of a message. */
  enum Sent {
    PASSED,
    FULL,
    DEAD
  }

  /**
   * Sends a message; afterwards {@link #head} and {@link #tail} say when it reaches the other end.
   * On limited links messages are to be sent in order of {@code headNanos}.
   *
   * @param headNanos when its first packet is at the link
   * @param tailNanos when its last packet is
   * @param size bytes on the wire
   * @param packet bytes of its largest packet
   */
  Sent send(int link, long headNanos, long tailNanos, long size, long packet) {
    long start = Math.max(headNanos, busyUntil[link]);
    if (start - headNanos > BUFFER_NANOS) {
      return Sent.FULL;
    }
    long one = nanos(link, packet);
    long end = start + nanos(link, size);
    long last = Math.max(end, tailNanos + one);
    bytes[link] += size;
    if (nanosPerByte[link] > 0) {
      busyUntil[link] = end;
    }
    head = start + one + latency[link];
    tail = last + latency[link];
    return dies[link] <= last ? Sent.DEAD : Sent.PASSED;
  }

  /** What a slow link takes for a long message may be more than a long can hold. */
  private long nanos(int link, long size) {
    return Math.round(Math.min(size * nanosPerByte[link], Bounds.LONGEST_NANOS));
  }

  /** When the first packet of the message sent last arrives. */
  long head() {
    return head;
  }

  /** When its last packet arrives. */
  long tail() {
    return tail;
  }

  /** Bytes that left by the given time. */
  long bytes(int link, long end) {
    return isLimited(link)
        ? bytes[link] - (long) (backlog(link, end) / nanosPerByte[link])
        : bytes[link];
  }

  /** The fraction of its capacity that was used by the given time, -1 when it has no limit. */
  double utilisation(int link, long end) {
    return isLimited(link) ? (bytes[link] * nanosPerByte[link] - backlog(link, end)) / end : -1;
  }

  private long backlog(int link, long end) {
    return Math.max(0, busyUntil[link] - end);
  }
}
