package org.vmn.generator.elaborate;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vmn.generator.lock.Fact;
import org.vmn.generator.lock.Values;
import org.vmn.runtime.value.Ip;
import org.vmn.runtime.value.IpRange;
import org.vmn.runtime.value.Prefix;

/** Addresses of hosts that the source leaves to VMN: a block for each uplink declaration. */
final class Underlays {
  static final Prefix SUBNET = Prefix.parse("172.31.0.0/16");

  private final Context context;
  private final Map<String, IpRange> taken = new HashMap<>();
  private Ip next = SUBNET.firstHost();

  Underlays(Context context) {
    this.context = context;
    for (Fact fact : context.choices().kept(Fact.Kind.UNDERLAY)) {
      IpRange range = Values.ranges(fact.value()).get(0);
      if (context.declares(fact.owner()) && free(range)) {
        taken.put(fact.owner(), range);
      }
    }
  }

  private boolean free(IpRange range) {
    return SUBNET.contains(range.first())
        && SUBNET.contains(range.last())
        && taken.values().stream().noneMatch(range::overlaps);
  }

  /** The block that was chosen before, where there is still room for as many; else the next. */
  IpRange take(String owner, int count) {
    @Nullable IpRange had = taken.remove(owner);
    IpRange found = had == null ? null : new IpRange(had.first(), had.first().plus(count - 1));
    if (found == null || !free(found)) {
      found = fresh(count);
    }
    taken.put(owner, found);
    context.choices().chose(Fact.Kind.UNDERLAY, owner, found.toString());
    return found;
  }

  private IpRange fresh(int count) {
    while (true) {
      IpRange range = new IpRange(next, next.plus(count - 1));
      IpRange other = taken.values().stream().filter(range::overlaps).findFirst().orElse(null);
      if (other == null) {
        next = range.last().next();
        return range;
      }
      next = other.last().next();
    }
  }
}
