package org.vmn.runtime.prove;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.prove.classes.Leg;
import org.vmn.runtime.prove.classes.Replica;
import org.vmn.runtime.prove.rows.Points;
import org.vmn.runtime.value.Ip;

/**
 * A connection that refutes a claim, before it is replayed.
 *
 * @param leg what it comes from
 * @param source the machine that opens it, or null for an external
 * @param hops routers on its way
 * @param point its traffic
 */
record Violation(Leg leg, @Nullable Replica source, Ip from, Ip to, int hops, int point) {
  /** Fewest hops first, then lowest addresses, then lowest port; port 0 is the last resort. */
  static final Comparator<Violation> ORDER =
      Comparator.comparingInt(Violation::hops)
          .thenComparing((Violation v) -> v.leg().forged())
          .thenComparing(Violation::from)
          .thenComparing(Violation::to)
          .thenComparing((Violation v) -> Points.isPortZero(v.point()))
          .thenComparingInt(Violation::point);
}
