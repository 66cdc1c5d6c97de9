package org.vmn.runtime.campaign;

import java.util.List;

/**
 * Variants, and how often each is run. Run number r has the same seed in every variant, so that
 * variants differ by what they are and not by chance.
 *
 * @param runs of each variant, 1 or more
 * @param seed what the seeds of all runs follow from
 */
public record Campaign(List<Variant> variants, int runs, long seed) {
  /** Together; past it a campaign is refused at once. */
  public static final int MOST_TRIALS = 100_000;

  public Campaign {
    variants = List.copyOf(variants);
    if (variants.isEmpty() || runs < 1 || (long) variants.size() * runs > MOST_TRIALS) {
      throw new IllegalArgumentException(
          variants.size() + " variants in " + runs + " runs; the most is " + MOST_TRIALS + " runs");
    }
  }

  /** Of all variants. */
  public int trials() {
    return variants.size() * runs;
  }

  /** The trial with a number from 0 to {@link #trials}: first all runs of the first variant. */
  public Trial trial(int number) {
    return new Trial(variants.get(number / runs), seedOf(number % runs));
  }

  /**
   * The first run has the campaign's own seed, as a scenario that is run alone; further ones are
   * spread by SplitMix64's finalizer (Steele, Lea, Flood, 2014).
   */
  private long seedOf(int run) {
    if (run == 0) {
      return seed;
    }
    long z = seed + run * 0x9E3779B97F4A7C15L;
    z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
    z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
    return z ^ z >>> 31;
  }
}
