package org.vmn.runtime.prove.reach;

import java.util.List;
import org.vmn.runtime.prove.rows.Bits;
import org.vmn.runtime.prove.ways.Effect;

/**
 * For one destination, by interval of traffic, the legs whose connections arrive and those whose
 * connections complete. Bits of legs of the other address family mean nothing.
 */
public interface Reach {
  /** First points of the intervals, ascending, from 0. */
  int[] cuts();

  /**
   * Legs of which, through some exit and to some target, a first packet arrives.
   *
   * @param interval position in {@link #cuts}
   */
  Bits arrives(int interval);

  /** Legs of which some connection completes: through some exit, or to some target. */
  Bits connects(int interval);

  /** Legs whose connections complete through their default exit and to every target. */
  Bits completes(int interval);

  /**
   * Of some legs the one that passes the fewest routers, and of those the one with the lowest
   * address.
   *
   * @param among not empty
   */
  Nearest nearest(Bits among, int interval);

  /** Whether the policy's row for the destination is all that decides. */
  boolean isPlain();

  /**
   * A leg and how many routers its connections pass, arriving or not.
   *
   * @param leg its number
   */
  record Nearest(int leg, int hops) {
    static Nearest of(Bits among, List<Effect> effects) {
      Nearest nearest = new Nearest(among.next(0), Integer.MAX_VALUE);
      for (Effect effect : effects) {
        int leg = effect.sources().firstCommon(among);
        int hops = effect.hops();
        boolean better = hops < nearest.hops() || hops == nearest.hops() && leg < nearest.leg();
        nearest = leg >= 0 && better ? new Nearest(leg, hops) : nearest;
      }
      return nearest;
    }
  }
}
