package org.vmn.runtime.prove;

import org.jspecify.annotations.Nullable;
import org.vmn.runtime.prove.classes.Leg;

/** What a search for connections that refute a claim has found: the best, or the first of any. */
final class Found {
  private final boolean best;
  private boolean any;
  private @Nullable Violation violation;

  private Found(boolean best) {
    this.best = best;
  }

  /** A search that ends with the first. */
  static Found first() {
    return new Found(false);
  }

  /** A search that sees all and keeps the best. */
  static Found best() {
    return new Found(true);
  }

  /** Whether no connection from a leg, through so many routers, is better than what was found. */
  boolean beats(Leg leg, int hops) {
    return violation != null
        && (violation.hops() < hops
            || violation.hops() == hops
                && !violation.leg().forged()
                && (leg.forged() || violation.from().compareTo(leg.address()) < 0));
  }

  /** Whether a connection need not be worked out: the search only asks whether there is one. */
  boolean seen() {
    any = true;
    return !best;
  }

  void see(Violation other) {
    if (violation == null || Violation.ORDER.compare(other, violation) < 0) {
      violation = other;
    }
  }

  boolean any() {
    return any;
  }

  /** Whether to look no further. */
  boolean enough() {
    return any && !best;
  }

  @Nullable Violation violation() {
    return violation;
  }
}
