package org.vmn.generator.elaborate;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.diagnostics.Problem;
import org.vmn.generator.lock.Fact;
import org.vmn.generator.lock.Values;
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

  /** Whose blocks are stated, by their first addresses. */
  private final TreeMap<Long, Stated> stated = new TreeMap<>();

  private record Stated(String who, Origin origin) {}

  private final Map<String, Mac> kept = new HashMap<>();
  private final Map<Long, String> holders = new HashMap<>();
  private final Map<String, Integer> asked = new HashMap<>();

  Macs(Context context) {
    this.context = context;
    for (Fact fact : context.choices().kept(Fact.Kind.MAC)) {
      Mac first = Values.mac(fact.value());
      if (context.declares(fact.owner()) && free(first.bits(), 1)) {
        kept.put(fact.owner(), first);
        holders.put(first.bits(), fact.owner());
        blocks.put(first.bits(), 1);
      }
    }
  }

  /**
   * The block that was chosen before; else one that the seed and the words determine, another one
   * only where that is taken.
   *
   * @param words a declaration's name, and what within it
   */
  Mac block(int count, String... words) {
    String owner = String.join(".", words);
    int time = asked.merge(owner, 1, Integer::sum);
    if (time > 1) {
      owner += "#" + time;
      words = owner.split("\\.");
    }
    Mac mac = again(owner, count);
    if (mac == null) {
      mac = fresh(count, words);
    }
    context.choices().chose(Fact.Kind.MAC, owner, mac.toString());
    return mac;
  }

  private @Nullable Mac again(String owner, int count) {
    Mac had = kept.remove(owner);
    if (had == null) {
      return null;
    }
    blocks.remove(had.bits());
    holders.remove(had.bits());
    if (!free(had.bits(), count)) {
      return null;
    }
    blocks.put(had.bits(), count);
    return had;
  }

  private Mac fresh(int count, String... words) {
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
    String holder = holders.remove(mac.bits());
    if (holder != null) {
      // What is stated comes before what was chosen: who had it chooses again.
      kept.remove(holder);
      blocks.remove(mac.bits());
    }
    if (mac.isMulticast()) {
      context.report(
          Code.BAD_ADDRESS, origin, "`" + mac + "` is a group address, which no adapter may have");
    } else if (!free(mac.bits(), count)) {
      report(mac, count, who, origin);
    } else {
      blocks.put(mac.bits(), count);
      stated.put(mac.bits(), new Stated(who, origin));
    }
    return mac;
  }

  private void report(Mac mac, int count, String who, Origin origin) {
    Map.Entry<Long, Stated> other = stated.floorEntry(mac.bits() + count - 1);
    Problem problem =
        Problem.of(
            Code.ADDRESS_TAKEN,
            origin,
            "`"
                + mac
                + "` for "
                + who
                + " is taken by "
                + (other == null ? "another adapter" : other.getValue().who()));
    if (other != null) {
      problem = problem.label(other.getValue().origin(), "counted on from here");
    }
    context.report(problem.help("leave `mac` out: one that is free is chosen"));
  }

  private boolean free(long first, int count) {
    Map.Entry<Long, @Nullable Integer> before = blocks.floorEntry(first + count - 1);
    return before == null
        || before.getValue() == null
        || before.getKey() + before.getValue() <= first;
  }
}
