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

  private long end;
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
  private long retried;
  private int waiting;
  private int mostWaiting;
  private double waited;
  private long waitingSince;

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

  /** A request is one that a program makes again. */
  void retried(long now) {
    retried += now < warmup ? 0 : 1;
  }

  /** Requests begin or cease to wait for a program. */
  void waiting(int change, long now) {
    account(now);
    waiting += change;
    mostWaiting = now < warmup ? 0 : Math.max(mostWaiting, waiting);
  }

  private void account(long now) {
    waited += (double) waiting * Math.max(0, now - Math.max(waitingSince, warmup));
    waitingSince = now;
  }

  /** The run ends before the scenario does. */
  void endAt(long now) {
    end = now;
    clock.endAt(now);
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

  /** Why most of those lost were; null when none was. */
  @Nullable Loss mostFrequentLoss() {
    return Advice.most(losses);
  }

  boolean answered() {
    return served > 0;
  }

  /** Whether there was any time that figures are of. */
  boolean isWarm() {
    return end > warmup;
  }

  double servedPerSecond() {
    return served / seconds();
  }

  /** That figures are of. */
  private double seconds() {
    return Math.max(1, end - warmup) / NANOS;
  }

  /** Mean and greatest number of requests that waited. */
  private SimulationResult.Queue queue() {
    account(end);
    return new SimulationResult.Queue(waited / NANOS / seconds(), mostWaiting);
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
        retried,
        losses,
        refused(passage),
        servedPerSecond(),
        latency(),
        queue(),
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
