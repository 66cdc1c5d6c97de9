package org.vmn.runtime.simulate.flow;

/**
 * Links in one direction each, and the ways over them.
 *
 * @param bytesPerSecond by link, above 0
 * @param latencyNanos by link
 * @param longest the most links of a way, 1 to 64
 */
public record Fabric(double[] bytesPerSecond, long[] latencyNanos, int longest, Routes routes) {
  public Fabric {
    if (bytesPerSecond.length != latencyNanos.length || bytesPerSecond.length == 0) {
      throw new IllegalArgumentException(
          bytesPerSecond.length + " capacities, " + latencyNanos.length + " latencies");
    }
  }

  int links() {
    return bytesPerSecond.length;
  }
}
