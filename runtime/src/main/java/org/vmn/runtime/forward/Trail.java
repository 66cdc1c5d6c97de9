package org.vmn.runtime.forward;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.network.Origin;
import org.vmn.runtime.network.Policy;
import org.vmn.runtime.network.Router;
import org.vmn.runtime.value.Ip;

/** The steps of one direction, as they happen. */
final class Trail {
  /** More routers than any packet may pass: what a guest's initial time to live allows. */
  static final int MOST_HOPS = 64;

  private final List<Step> steps = new ArrayList<>();
  private int hops;

  List<Step> steps() {
    return steps;
  }

  void add(Step.Kind kind, String where, String what, Packet packet, Origin origin) {
    steps.add(new Step(kind, where, what, packet, origin));
  }

  void drop(String where, String what, Packet packet, Origin origin) {
    add(Step.Kind.DROP, where, what, packet, origin);
  }

  /** Asks the policy; true when the packet may go on. */
  boolean filter(Filter filter, String where, Packet packet) {
    Filter.Decision decision = filter.decide(packet);
    Policy.Rule rule = decision.rule();
    String words =
        rule == null
            ? "policy default " + (decision.permitted() ? "allow" : "deny")
            : RuleText.of(rule);
    Origin origin = rule == null ? filter.policy().origin() : rule.origin();
    add(decision.permitted() ? Step.Kind.PERMIT : Step.Kind.DROP, where, words, packet, origin);
    return decision.permitted();
  }

  /**
   * Looks a packet up in a router's table.
   *
   * @param towards {@code to} or {@code back to}
   * @return null when the packet is dropped
   */
  Fib.@Nullable Entry route(Forwarding tables, Router router, Packet packet, String towards) {
    String where = "router " + router.name();
    Fib.Entry entry = tables.fib(router).lookup(packet.destination());
    if (entry == null || ++hops > MOST_HOPS) {
      String why =
          entry == null
              ? "has no route " + towards + " " + packet.destination()
              : "is on a routing loop";
      drop(where, why, packet, router.origin());
      return null;
    }
    Ip via = entry.via();
    String way =
        via == null ? "is connected to " + entry.segment() : entry.prefix() + " via " + via;
    add(Step.Kind.ROUTE, where, way, packet, entry.origin());
    return entry;
  }

  /**
   * The router that a route leads to next; null when there is none at that address, and the packet
   * is dropped.
   */
  @Nullable Router nextHop(
      Forwarding tables, Router router, Fib.Entry entry, Ip via, Packet packet) {
    Router next = tables.routerAt(entry.segment(), via);
    if (next == null) {
      drop("router " + router.name(), "finds no router at " + via, packet, entry.origin());
    }
    return next;
  }
}
