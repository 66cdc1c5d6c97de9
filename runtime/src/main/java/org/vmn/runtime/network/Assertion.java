package org.vmn.runtime.network;

import org.jspecify.annotations.Nullable;

/**
 * A theorem about the network.
 *
 * @param text as the source writes it, without {@code assert}
 * @param traffic null for what the destination itself says: a balancer's own port, everything for
 *     all else
 */
public record Assertion(
    String text,
    Kind kind,
    Endpoints from,
    Endpoints to,
    @Nullable Traffic traffic,
    Origin origin) {
  /** What is claimed. REACHES and CANNOT_REACH are not each other's negation. */
  public enum Kind {
    /** Every source can connect to every destination on every port of the traffic. */
    REACHES,
    /** REACHES on the traffic, and CANNOT_REACH on everything else. */
    REACHES_ONLY,
    /** No source can connect to any destination on any port of the traffic. */
    CANNOT_REACH
  }
}
