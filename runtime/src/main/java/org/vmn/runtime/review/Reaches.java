package org.vmn.runtime.review;

import org.jspecify.annotations.Nullable;
import org.vmn.runtime.network.Claim;

/** The part of a claim that says who reaches whom. */
final class Reaches {
  private Reaches() {}

  /** Null when it says nothing of the sort. */
  static Claim.@Nullable Reach of(Claim claim) {
    return switch (claim) {
      case Claim.Reach reach -> reach;
      case Claim.UnderFailures under -> of(under.claim());
      case Claim.Redundant r -> new Claim.Reach(Claim.Mode.REACHES, r.from(), r.to(), r.traffic());
      default -> null;
    };
  }
}
