package org.vmn.tests.oracle;

import java.util.stream.LongStream;

/**
 * Which random networks a test looks at: in every build the same, so that none fails by chance. To
 * look at others, or at more: {@code -Dvmn.explore.first=1000000 -Dvmn.explore.tries=100000}; a
 * failure names its number, to be looked at again with {@code tries=1}.
 */
public final class Explore {
  private Explore() {}

  /**
   * @param usual how many there are when nobody asks for more
   */
  public static LongStream numbers(int usual) {
    long first = Long.getLong("vmn.explore.first", 0);
    return LongStream.range(first, first + Integer.getInteger("vmn.explore.tries", usual));
  }
}
