package org.vmn.tests.simulate;

/** Sizes of flows of a web search (Alizadeh et al.: Data Center TCP, 2010), by inversion. */
final class WebSearch {
  /** The mean in bytes. */
  static final double MEAN = 1_711_250;

  private static final double[] BYTES = {
    0, 10_000, 20_000, 30_000, 50_000, 80_000, 200_000, 1e6, 2e6, 5e6, 10e6, 30e6
  };
  private static final double[] PERCENT = {0, 15, 20, 30, 40, 53, 60, 70, 80, 90, 97, 100};

  private WebSearch() {}

  static long draw(SplitMix random) {
    double percent = random.fraction() * 100;
    int i = 1;
    while (percent > PERCENT[i]) {
      i++;
    }
    double part = (percent - PERCENT[i - 1]) / (PERCENT[i] - PERCENT[i - 1]);
    return Math.max(1, (long) (BYTES[i - 1] + (BYTES[i] - BYTES[i - 1]) * part));
  }
}
