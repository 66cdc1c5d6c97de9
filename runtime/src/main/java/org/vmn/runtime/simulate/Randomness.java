package org.vmn.runtime.simulate;

/**
 * Random numbers by SplitMix64 (Steele, Lea, Flood: Fast Splittable Pseudorandom Number Generators,
 * 2014). Our own, with {@link StrictMath}, so that they are the same on every Java and every
 * machine.
 */
final class Randomness {
  private static final long GOLDEN = 0x9e37_79b9_7f4a_7c15L;

  private long state;

  /** A stream of its own for each purpose: more draws of one kind don't change those of another. */
  Randomness(long seed, long purpose) {
    state = mix(seed) ^ mix(purpose * GOLDEN + 1);
  }

  static long mix(long bits) {
    long z = (bits ^ bits >>> 30) * 0xbf58_476d_1ce4_e5b9L;
    z = (z ^ z >>> 27) * 0x94d0_49bb_1331_11ebL;
    return z ^ z >>> 31;
  }

  long bits() {
    state += GOLDEN;
    return mix(state);
  }

  /** From 0 to 1, without 1. */
  double fraction() {
    return (bits() >>> 11) * 0x1p-53;
  }

  /** From 0 to {@code bound}, without it; even to one in 2^32 / bound. */
  int below(int bound) {
    return (int) ((bits() >>> 32) * bound >>> 32);
  }

  /** Normally distributed with mean 0 and deviation 1 (Box and Muller, 1958). */
  double normal() {
    double radius = StrictMath.sqrt(2 * exponential());
    return radius * StrictMath.cos(2 * StrictMath.PI * fraction());
  }

  /** Exponentially distributed with mean 1. */
  double exponential() {
    return -StrictMath.log(1 - fraction());
  }
}
