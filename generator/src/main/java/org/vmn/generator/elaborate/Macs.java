package org.vmn.generator.elaborate;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.runtime.network.Origin;
import org.vmn.runtime.value.Mac;

/** Blocks of hardware addresses that share none. */
final class Macs {
  /** Locally administered, as KVM's own are. */
  private static final long FIRST = 0x5254_0000_0000L;

  private static final long SIZE = 1L << 32;
  private static final int BLOCK_BITS = 24;

  private final Context context;
  private final TreeMap<Long, Integer> blocks = new TreeMap<>();

  Macs(Context context) {
    this.context = context;
  }

  /** A block that the seed and the words determine; another one only where that is taken. */
  Mac block(int count, String... words) {
    for (int attempt = 0; ; attempt++) {
      String[] salted = new String[words.length + 2];
      salted[0] = "mac";
      salted[1] = Integer.toString(attempt);
      System.arraycopy(words, 0, salted, 2, words.length);
      long offset = Long.remainderUnsigned(context.hash(salted), SIZE - (1L << BLOCK_BITS));
      if (free(FIRST + offset, count)) {
        blocks.put(FIRST + offset, count);
        return new Mac(FIRST + offset);
      }
    }
  }

  Mac claim(Mac mac, int count, String who, Origin origin) {
    if (mac.isMulticast()) {
      context.report(
          Code.BAD_ADDRESS, origin, "`" + mac + "` is a group address, which no adapter may have");
    } else if (!free(mac.bits(), count)) {
      context.report(
          Code.ADDRESS_TAKEN, origin, "`" + mac + "` for " + who + " is taken by another adapter");
    } else {
      blocks.put(mac.bits(), count);
    }
    return mac;
  }

  private boolean free(long first, int count) {
    Map.Entry<Long, @Nullable Integer> before = blocks.floorEntry(first + count - 1);
    return before == null
        || before.getValue() == null
        || before.getKey() + before.getValue() <= first;
  }
}
