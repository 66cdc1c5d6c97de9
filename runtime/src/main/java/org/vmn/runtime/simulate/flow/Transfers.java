package org.vmn.runtime.simulate.flow;

/**
 * Columns of what is to be transferred.
 *
 * @param startNanos when each begins
 * @param bytes of payload, 1 or more
 */
public record Transfers(long[] startNanos, int[] source, int[] target, long[] bytes) {
  public Transfers {
    int count = startNanos.length;
    if (source.length != count || target.length != count || bytes.length != count) {
      throw new IllegalArgumentException("columns of different lengths");
    }
  }

  public int count() {
    return startNanos.length;
  }
}
