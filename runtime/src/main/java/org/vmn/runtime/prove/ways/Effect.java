package org.vmn.runtime.prove.ways;

import java.util.List;
import org.vmn.runtime.forward.Exit;
import org.vmn.runtime.prove.rows.Bits;

/**
 * What happens to connections from some legs to one destination.
 *
 * @param sources the legs
 * @param exit which way off its segment the source uses, or {@link Exit#USUAL}
 * @param ways one for each combination of what the network chooses; equal ones once
 */
public record Effect(Bits sources, int exit, List<Way> ways) {
  public Effect {
    ways = List.copyOf(ways);
  }

  /** Whether it is what happens when nobody has other plans. */
  public boolean isUsual() {
    return exit == Exit.USUAL;
  }

  /** Routers that the first packet passes, with the luckiest choice. */
  public int hops() {
    int least = ways.isEmpty() ? 0 : Integer.MAX_VALUE;
    for (Way way : ways) {
      least = Math.min(least, way.hops());
    }
    return least;
  }
}
