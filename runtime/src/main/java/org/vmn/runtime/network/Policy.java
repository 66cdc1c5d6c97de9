package org.vmn.runtime.network;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What may talk. A connection is permitted when no DENY rule matches, and an ALLOW rule does or the
 * default allows. No order.
 *
 * @param allowByDefault what holds when no rule matches
 * @param log whether connections denied by default are logged
 * @param origin of the default
 */
public record Policy(boolean allowByDefault, boolean log, List<Rule> rules, Origin origin) {
  public Policy {
    rules = List.copyOf(rules);
  }

  /** What a rule says of the connections that it matches. */
  public enum Action {
    ALLOW,
    DENY
  }

  /**
   * @param traffic null for what the destination itself says: a balancer's own port, everything for
   *     all else
   */
  public record Rule(
      Action action,
      Endpoints from,
      Endpoints to,
      @Nullable Traffic traffic,
      boolean log,
      Origin origin) {}
}
