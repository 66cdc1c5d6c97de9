package org.vmn.runtime.simulate;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.network.Expectation;

/** Compares what was expected with what was measured. */
final class Judge {
  private static final double NANOS_PER_MILLISECOND = 1e6;

  private Judge() {}

  static SimulationResult.Verdict verdict(Expectation expected, Map<String, Pool> pools) {
    String balancer = Bounds.balancer(expected.subject());
    Pool pool = pools.get(balancer);
    Double measured = pool == null ? null : measure(expected, pool.ledger());
    return new SimulationResult.Verdict(
        expected.text(),
        expected.metric(),
        expected.percentile(),
        balancer,
        measured,
        expected.bound(),
        measured != null && holds(expected, measured),
        measured == null ? nothing(expected, pool) : words(expected, measured),
        expected.origin());
  }

  private static @Nullable Double measure(Expectation expected, Ledger ledger) {
    return switch (expected.metric()) {
      case LATENCY -> ledger.percentile(expected.percentile());
      case LOSS -> ledger.offered() == 0 ? null : ledger.lossRatio();
      case THROUGHPUT -> ledger.servedPerSecond();
      default -> null;
    };
  }

  private static boolean holds(Expectation expected, double measured) {
    double bound = expected.bound();
    return measured == bound
        ? expected.inclusive()
        : expected.below() ? measured < bound : measured > bound;
  }

  private static String nothing(Expectation expected, @Nullable Pool pool) {
    String what = pool == null ? "no load goes to" : "nothing was measured at";
    return what + " `" + Bounds.balancer(expected.subject()) + "`";
  }

  private static String words(Expectation expected, double measured) {
    String of = " of `" + Bounds.balancer(expected.subject()) + "` was ";
    return switch (expected.metric()) {
      case LATENCY ->
          "p"
              + percentile(expected)
              + " latency"
              + of
              + text("%.3f ms", measured / NANOS_PER_MILLISECOND);
      case LOSS -> "loss" + of + text("%.4f %%", measured * 100);
      default -> "throughput" + of + text("%.1f requests/s", measured);
    };
  }

  private static String percentile(Expectation expected) {
    return String.valueOf(expected.percentile()).replaceAll("\\.0$", "");
  }

  private static String text(String format, double number) {
    return String.format(Locale.ROOT, format, number);
  }
}
