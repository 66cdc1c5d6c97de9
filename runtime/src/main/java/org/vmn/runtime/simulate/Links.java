package org.vmn.runtime.simulate;

import java.util.Arrays;

/**
 * Links in one direction each, and disks: first come, first served. A message enters a link with
 * its first packet and leaves it with its last; links in a row work at the same time, as they do on
 * packets.
 */
final class Links {
  /**
   * 100 ms of waiting fit into a link's queue: the classic rule of one round trip's worth
   * (Villamizar and Song, 1994).
   */
  static final long BUFFER_NANOS = 100_000_000;

  /** Linux's shortest wait for an acknowledgement (RFC 6298 asks for a second). */
  private static final long RETRANSMIT_NANOS = 200_000_000;

  private static final double NANOS_TIMES_BITS = 8e9;

  /** Beyond this many losses in a row a link is as good as cut. */
  private static final int MOST_LOSSES = 6;

  private final Randomness random;
  private final Classes classes;
  private double[] nanosPerByte = new double[64];

  private long[] latency = new long[64];
  private boolean[] down = new boolean[64];
  private long[] busyUntil = new long[64];
  private double[] busy = new double[64];
  private long[] bytes = new long[64];

  /** What part of the capacity the message sent last has. */
  private double[] served = new double[64];

  // What impairs it.
  private long[] delay = new long[64];
  private long[] jitter = new long[64];
  private double[] loss = new double[64];

  /** What it loses by itself. */
  private double[] ownLoss = new double[64];

  private int count;

  private long head;
  private long tail;

  Links(Randomness random, Classes classes) {
    this.random = random;
    this.classes = classes;
  }

  /**
   * @param bitsPerSecond 0 for no limit
   * @return the new link's number
   */
  int add(long bitsPerSecond, long latencyNanos, double lost) {
    if (count == latency.length) {
      grow();
    }
    setSpeed(count, bitsPerSecond);
    classes.ensure(count + 1);
    latency[count] = Math.min(latencyNanos, Bounds.LONGEST_NANOS);
    loss[count] = lost;
    ownLoss[count] = lost;
    return count++;
  }

  private void grow() {
    int length = 2 * count;
    nanosPerByte = Arrays.copyOf(nanosPerByte, length);
    latency = Arrays.copyOf(latency, length);
    down = Arrays.copyOf(down, length);
    busyUntil = Arrays.copyOf(busyUntil, length);
    busy = Arrays.copyOf(busy, length);
    bytes = Arrays.copyOf(bytes, length);
    served = Arrays.copyOf(served, length);
    delay = Arrays.copyOf(delay, length);
    jitter = Arrays.copyOf(jitter, length);
    loss = Arrays.copyOf(loss, length);
    ownLoss = Arrays.copyOf(ownLoss, length);
  }

  int count() {
    return count;
  }

  /** Whether messages may have to wait, so that their order matters. */
  boolean isLimited(int link) {
    return nanosPerByte[link] > 0;
  }

  /** Infinite when there is no limit. */
  double bytesPerSecond(int link) {
    return 1e9 / nanosPerByte[link];
  }

  void setSpeed(int link, long bitsPerSecond) {
    nanosPerByte[link] = bitsPerSecond == 0 ? 0 : NANOS_TIMES_BITS / bitsPerSecond;
  }

  boolean isDown(int link) {
    return down[link];
  }

  void setDown(int link, boolean value) {
    down[link] = value;
  }

  void impair(int link, long delayNanos, long jitterNanos, double lost) {
    delay[link] = Math.min(delayNanos, Bounds.LONGEST_NANOS);
    jitter[link] = Math.min(jitterNanos, Bounds.LONGEST_NANOS);
    loss[link] = 1 - (1 - ownLoss[link]) * (1 - lost);
  }

  long latency(int link) {
    return latency[link] + delay[link];
  }

  double loss(int link) {
    return loss[link];
  }

  /** How long a message would wait that comes then, in nanoseconds. */
  long waiting(int link, long headNanos) {
    return Math.max(0, busyUntil[link] - headNanos);
  }

  /** What became of a message. */
  enum Sent {
    PASSED,
    FULL,
    LOST,
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
   * @param again whether lost packets are sent again, as TCP does
   * @param of its traffic class
   */
  Sent send(
      int link, long headNanos, long tailNanos, long size, long packet, boolean again, int of) {
    if (down[link]) {
      return Sent.DEAD;
    }
    long start = Math.max(headNanos, busyUntil[link]);
    if (start - headNanos > BUFFER_NANOS) {
      return Sent.FULL;
    }
    long one = nanos(link, of, packet);
    long end = start + nanos(link, of, size);
    bytes[link] += size;
    classes.sent(link, of, size);
    served[link] = classes.rest(link, of);
    if (nanosPerByte[link] > 0) {
      busyUntil[link] = end;
      busy[link] += end - start;
    }
    long more = latency[link] + delay[link] + jitter(link);
    if (loss[link] > 0) {
      long repeated = repeated(link, Math.max(1, size / Math.max(1, packet)), again);
      if (repeated < 0) {
        return Sent.LOST;
      }
      more += repeated;
    }
    head = start + one + more;
    tail = Math.max(end, tailNanos + one) + more;
    return Sent.PASSED;
  }

  /** Bytes that a link without a limit carried beside messages. */
  void carried(int link, long more) {
    bytes[link] += more;
  }

  private long jitter(int link) {
    return jitter[link] == 0
        ? 0
        : Math.max(-delay[link], Math.round(random.normal() * jitter[link]));
  }

  /**
   * How long sending lost packets again takes, in nanoseconds; -1 when that isn't done, or in vain.
   * Messages of three packets or fewer wait for the timer, which doubles each time (RFC 6298);
   * longer ones are told by the packets behind (RFC 5681) and lose a round trip over this link.
   */
  private long repeated(int link, long packets, boolean again) {
    double clean = StrictMath.pow(1 - loss[link], packets);
    if (random.fraction() < clean) {
      return 0;
    }
    if (!again || loss[link] >= 1) {
      return -1;
    }
    if (packets > 3) {
      return 2 * (latency[link] + delay[link]);
    }
    long wait = RETRANSMIT_NANOS;
    long sum = wait;
    for (int i = 0; random.fraction() >= clean; i++) {
      if (i == MOST_LOSSES) {
        return -1;
      }
      wait *= 2;
      sum += wait;
    }
    return sum;
  }

  /** What a slow link takes for a long message may be more than a long can hold. */
  long nanos(int link, int of, long size) {
    return Math.round(
        Math.min(size * nanosPerByte[link] / classes.rest(link, of), Bounds.LONGEST_NANOS));
  }

  /** When the first packet of the message sent last arrives. */
  long head() {
    return head;
  }

  /** When its last packet arrives. */
  long tail() {
    return tail;
  }

  /** Bytes of messages that left by the given time. */
  long bytes(int link, long now) {
    return isLimited(link)
        ? bytes[link] - (long) (backlog(link, now) * served[link] / nanosPerByte[link])
        : bytes[link];
  }

  /** Time in which messages used it, until the given time. */
  double busy(int link, long now) {
    return busy[link] - backlog(link, now);
  }

  private long backlog(int link, long now) {
    return Math.max(0, busyUntil[link] - now);
  }
}
