package org.vmn.runtime.simulate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.HdrHistogram.Histogram;

/** A ledger over time, second by second. */
final class Clock {
  private static final long SECOND = 1_000_000_000L;

  /** Longer scenarios get longer buckets: no plot shows more. */
  private static final int MOST_BUCKETS = 3600;

  private static final int DIGITS = 2;

  private final long bucketNanos;
  private final long[] offered;
  private final long[] served;
  private final long[] lost;
  private final long[] p99;
  private final Histogram current;
  private int bucket;
  private int count;

  Clock(long end) {
    bucketNanos = SECOND * Math.ceilDiv(Math.ceilDiv(end, SECOND), MOST_BUCKETS);
    count = (int) Math.ceilDiv(end, bucketNanos);
    offered = new long[count];
    served = new long[count];
    lost = new long[count];
    p99 = new long[count];
    Arrays.fill(p99, -1);
    current = new Histogram(DIGITS);
  }

  /** The last bucket takes what happens at the very end. */
  private int bucket(long now) {
    return (int) Math.min(now / bucketNanos, offered.length - 1);
  }

  /** What comes later never happened. */
  void endAt(long now) {
    count = Math.max(1, (int) Math.min(Math.ceilDiv(now, bucketNanos), offered.length));
  }

  void offered(long now) {
    offered[bucket(now)]++;
  }

  void served(long now, long latency) {
    int at = bucket(now);
    if (at != bucket) {
      close();
      bucket = at;
    }
    served[at]++;
    current.recordValue(latency);
  }

  void lost(long now) {
    lost[bucket(now)]++;
  }

  private void close() {
    if (current.getTotalCount() > 0) {
      p99[bucket] = current.getValueAtPercentile(99);
      current.reset();
    }
  }

  long bucketNanos() {
    return bucketNanos;
  }

  int buckets() {
    return count;
  }

  /** Fraction of the requests that ended in a bucket that were served; -1 when none ended. */
  double success(int at) {
    long ended = served[at] + lost[at];
    return ended == 0 ? -1 : (double) served[at] / ended;
  }

  SimulationResult.Timeline timeline() {
    close();
    List<SimulationResult.Moment> moments = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      moments.add(new SimulationResult.Moment(offered[i], served[i], lost[i], p99[i]));
    }
    return new SimulationResult.Timeline(bucketNanos, moments);
  }
}
