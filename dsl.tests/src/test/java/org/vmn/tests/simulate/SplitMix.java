package org.vmn.tests.simulate;

/** The generator of the reference workloads, exact to the bit. */
public final class SplitMix {
  private long state;

  public SplitMix(long seed) {
    state = seed;
  }

  private long next() {
    state += 0x9E37_79B9_7F4A_7C15L;
    long z = state;
    z = (z ^ z >>> 30) * 0xBF58_476D_1CE4_E5B9L;
    z = (z ^ z >>> 27) * 0x94D0_49BB_1331_11EBL;
    return z ^ z >>> 31;
  }

  /** From 0 to 1, without 1. */
  public double fraction() {
    return (next() >>> 11) * 0x1p-53;
  }

  /** From 0 to {@code bound}, without it. */
  public int below(int bound) {
    return (int) (fraction() * bound);
  }

  /** Exponentially distributed. */
  public double exponential(double rate) {
    return -StrictMath.log(1 - fraction()) / rate;
  }
}
