package org.vmn.runtime.claims;

import java.util.List;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.network.Claim;

/**
 * Nothing gets from one set to the other, in neither direction, whichever address it is sent to.
 */
final class Isolation {
  private final Arrivals arrivals;

  Isolation(Forwarding tables, Effort effort) {
    arrivals = new Arrivals(tables, effort, List.of());
  }

  Finding decide(Claim.Isolated claim) {
    Finding there = arrivals.none(claim.from(), claim.to(), null, walk -> true);
    return there.holds() ? arrivals.none(claim.to(), claim.from(), null, walk -> true) : there;
  }
}
