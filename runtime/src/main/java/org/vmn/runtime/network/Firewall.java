package org.vmn.runtime.network;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An ordered list of rules of which the first that matches decides. It is asked for the first
 * packet of each connection, with the destination that translation gave it and the source that it
 * had before; replies follow.
 *
 * @param router the router whose forwarding it filters, or null
 * @param external the external whose traffic it filters, in both directions, or null; exactly one
 *     of both is given
 * @param allowByDefault what holds when no rule matches
 */
public record Firewall(
    String name,
    @Nullable String router,
    @Nullable String external,
    boolean allowByDefault,
    List<Rule> rules,
    Origin origin) {

  public Firewall {
    rules = List.copyOf(rules);
    if ((router == null) == (external == null)) {
      throw new IllegalArgumentException("a firewall is on a router or on an external");
    }
  }

  /**
   * @param traffic null for what the destination itself says: a balancer's own port, everything for
   *     all else
   */
  public record Rule(
      Policy.Action action,
      Endpoints from,
      Endpoints to,
      @Nullable Traffic traffic,
      boolean log,
      Origin origin) {}
}
