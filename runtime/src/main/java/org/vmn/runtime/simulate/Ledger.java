package org.vmn.runtime.simulate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * What happened to the requests of one service. Times are those of the simulation, and don't go
 * back.
 */
final class Ledger {
  private static final int DIGITS = 3;
  private static final double NANOS = 1e9;

  private final long end;
  private final long warmup;
  private final Clock clock;
  private final Histogram latencies;
  private final Map<Loss, Long> losses = new EnumMap<>(Loss.class);
  private final Map<Integer, Long> refusals = new HashMap<>();
  private long offered;
  private long served;
  private long lost;
  private long sum;
  private long longest;

  /**
   * @param end of the scenario
   * @param warmup requests sent before only show over time
   */
  Ledger(long end, long warmup) {
    this.end = end;
    this.warmup = warmup;
    clock = new Clock(end);
    latencies = new Histogram(DIGITS);
  }

  void offered(long now) {
    offered += now < warmup ? 0 : 1;
    clock.offered(now);
  }

  void served(long now, long sent) {
    long latency = Math.max(1, now - sent);
    clock.served(now, latency);
    if (sent >= warmup) {
      served++;
      sum += latency;
      longest = Math.max(longest, latency);
      latencies.recordValue(latency);
    }
  }

  void lost(long now, long sent, Loss loss) {
    clock.lost(now);
    if (sent >= warmup) {
      lost++;
      losses.merge(loss, 1L, Long::sum);
    }
  }

  void refused(long now, Loss loss, int refusal) {
    lost(now, now, loss);
    if (now >= warmup) {
      refusals.merge(refusal, 1L, Long::sum);
    }
  }

  Clock clock() {
    return clock;
  }

  long offered() {
    return offered;
  }

  double lossRatio() {
    return (double) lost / offered;
  }

  double servedPerSecond() {
    return served / ((end - warmup) / NANOS);
  }

  /** In nanoseconds, or null when nothing was served. */
  @Nullable Double percentile(double percentile) {
    return served == 0
        ? null
        : (double) Math.min(longest, latencies.getValueAtPercentile(percentile));
  }

  SimulationResult.OfService result(String name, @Nullable Passage passage) {
    return new SimulationResult.OfService(
        name,
        offered,
        served,
        lost,
        offered - served - lost,
        losses,
        refused(passage),
        servedPerSecond(),
        latency(),
        clock.timeline());
  }

  private List<SimulationResult.Refusal> refused(@Nullable Passage passage) {
    List<SimulationResult.Refusal> all = new ArrayList<>();
    if (passage == null) {
      return all;
    }
    for (int number = 0; number < passage.refusals(); number++) {
      long count = refusals.getOrDefault(number, 0L);
      Passage.Refused r = passage.refusal(number);
      if (count > 0) {
        all.add(new SimulationResult.Refusal(r.loss(), r.where(), r.what(), count, r.origin()));
      }
    }
    // Stable: among equals the one that came first.
    all.sort(Comparator.comparingLong(SimulationResult.Refusal::count).reversed());
    return all;
  }

  private SimulationResult.@Nullable Latency latency() {
    return served == 0
        ? null
        : new SimulationResult.Latency(
            (double) sum / served, at(50), at(90), at(99), at(99.9), longest);
  }

  /** The histogram rounds up: nothing took longer than the longest. */
  private long at(double percentile) {
    return Math.min(longest, latencies.getValueAtPercentile(percentile));
  }
}
