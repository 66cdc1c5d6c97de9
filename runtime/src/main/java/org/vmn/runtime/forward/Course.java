package org.vmn.runtime.forward;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.network.Balancer;
import org.vmn.runtime.network.Firewall;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.network.Origin;
import org.vmn.runtime.network.Policy;
import org.vmn.runtime.network.Ref;
import org.vmn.runtime.network.Router;
import org.vmn.runtime.network.Segment;
import org.vmn.runtime.network.Standby;

/** One direction of a walk: the packet as it is now, where it is, and what happened so far. */
final class Course {
  /** More routers than any packet may pass: what a guest's initial time to live allows. */
  private static final int MOST_ROUTERS = 64;

  private final Forwarding tables;
  private final Trail trail = new Trail();
  private final List<Hop> hops = new ArrayList<>();
  private final Set<String> segments = new LinkedHashSet<>();
  private final List<Ref> machines = new ArrayList<>();
  private final Set<Turn> turns = new HashSet<>();
  private @Nullable Ref host;
  Packet packet;

  /** What the policy said last, and of what. */
  private Filter.@Nullable Decision decided;

  private @Nullable Packet asked;

  Course(Forwarding tables, Packet packet) {
    this.tables = tables;
    this.packet = packet;
  }

  Way way() {
    return new Way(trail.steps(), List.copyOf(segments), hops, machines);
  }

  void on(String segment) {
    segments.add(segment);
  }

  void add(Step.Kind kind, String where, String what, Origin origin) {
    trail.add(kind, where, what, packet, origin);
  }

  /** Always false: the packet doesn't go on. */
  boolean drop(Step.Cause cause, String where, String what, Origin origin) {
    trail.drop(cause, where, what, packet, origin);
    return false;
  }

  /** Through a machine of a chain, on its host; false when no wire leads there. */
  boolean through(Steered machine, String what) {
    if (!move(machine.host(), machine.segment())) {
      return false;
    }
    machines.add(machine.name());
    add(Step.Kind.STEER, machine.where(), what + machine.name(), machine.chain().origin());
    return true;
  }

  /** Where the packet is, or null outside. */
  @Nullable Ref host() {
    return host;
  }

  /** It begins on a host. */
  void beginAt(Ref at) {
    host = at;
  }

  /** Whether a machine at an end takes part at all. */
  boolean present(Place.Adapter end) {
    Machine machine = end.machine();
    if (tables.outage().machine(machine, end.offset())) {
      Ref at = machine.placement().hostOf(end.offset());
      String why = tables.outage().host(at) ? "is down with its host " + at : "is down";
      return drop(Step.Cause.DOWN, end.toString(), why, machine.origin());
    }
    return !machine.quarantined()
        || drop(Step.Cause.QUARANTINE, end.toString(), "is quarantined", machine.origin());
  }

  /** To a host, or (null) outside, over a segment; false when no wire leads there. */
  boolean move(@Nullable Ref to, String segment) {
    @Nullable Ref from = host;
    if (from == null ? to == null : from.equals(to)) {
      return true;
    }
    if (to != null && tables.outage().host(to)) {
      return drop(Step.Cause.DOWN, "host " + to, "is down", tables.hostOrigin(to));
    }
    if (!joined(from, to, tables.segment(segment))) {
      String ends = (from == null ? "outside" : from) + " and " + (to == null ? "outside" : to);
      return drop(
          Step.Cause.CUT_OFF,
          "segment " + segment,
          "has no wire between " + ends,
          tables.segment(segment).origin());
    }
    hops.add(new Hop(from, to, segment));
    host = to;
    return true;
  }

  private boolean joined(@Nullable Ref from, @Nullable Ref to, Segment segment) {
    Underlay underlay = tables.underlay();
    if (from != null && to != null) {
      return underlay.joins(from, to, segment);
    }
    Ref inside = from != null ? from : to;
    return inside == null || underlay.leadsOut(inside, segment);
  }

  /** To where a router translates and meets the outside. */
  boolean moveToGateway(Router router, String segment) {
    Ref first = router.gateway();
    return first == null
        || moveToGateway(
            first, router.standby(), segment, "router " + router.name(), router.origin());
  }

  /** To where a balancer takes in what comes from outside, on its own segment. */
  boolean moveToGateway(Balancer balancer) {
    return moveToGateway(
        balancer.gateway(),
        balancer.standby(),
        balancer.segment(),
        "balancer " + balancer.name(),
        balancer.origin());
  }

  private boolean moveToGateway(
      Ref first, @Nullable Standby standby, String segment, String where, Origin origin) {
    Ref gateway = tables.gateway(first, standby);
    if (tables.outage().host(gateway)) {
      String words =
          standby == null
              ? "has its only gateway on host " + gateway + ", which is down"
              : "has its gateways on hosts %s and %s, which are down"
                  .formatted(
                      first,
                      String.join(", ", standby.hosts().stream().map(Ref::toString).toList()));
      return drop(Step.Cause.DOWN, where, words, origin);
    }
    return move(gateway, segment);
  }

  /**
   * A packet at a router: what happens next depends on no more, but for what routers remember.
   *
   * @param carried what else came with the packet
   */
  record Turn(String router, String from, Packet packet, @Nullable Ref host, Object carried) {}

  Turn turn(Router router, String from, Object carried) {
    return new Turn(router.name(), from, packet, host, carried);
  }

  /** One more router; false when the packet was there before, or its time to live is over. */
  boolean live(Router router, Turn turn) {
    return turns.add(turn) && turns.size() <= MOST_ROUTERS
        || drop(
            Step.Cause.LOOP, "router " + router.name(), "is on a routing loop", router.origin());
  }

  /** Everything that rule lists were asked so far, and how many routers there were. */
  Object history() {
    return List.of(turns.size(), trail.permits());
  }

  /** Asks the policy at an adapter; of a packet that nobody translated, once for both ends. */
  boolean policy(String where) {
    Filter filter = tables.filter();
    Filter.Decision decision = decided;
    if (decision == null || !packet.equals(asked)) {
      decision = filter.decide(packet);
      decided = decision;
      asked = packet;
    }
    Policy.Rule rule = decision.rule();
    String words =
        rule == null
            ? "policy default " + (decision.permitted() ? "allow" : "deny")
            : RuleText.of(rule);
    Origin origin = rule == null ? filter.policy().origin() : rule.origin();
    return judge(decision.permitted(), Step.Cause.POLICY, where, words, origin);
  }

  /** Asks firewalls, one after the other, about a first packet. */
  boolean firewalls(List<Acl> acls) {
    for (Acl acl : acls) {
      Firewall.Rule rule = acl.decide(packet);
      boolean permitted =
          rule == null ? acl.firewall().allowByDefault() : rule.action() == Policy.Action.ALLOW;
      String words = rule == null ? "default " + (permitted ? "allow" : "deny") : RuleText.of(rule);
      Origin origin = rule == null ? acl.firewall().origin() : rule.origin();
      String where = "firewall " + acl.firewall().name();
      if (!judge(permitted, Step.Cause.FIREWALL, where, words, origin)) {
        return false;
      }
    }
    return true;
  }

  private boolean judge(
      boolean permitted, Step.Cause cause, String where, String words, Origin origin) {
    if (!permitted) {
      return drop(cause, where, words, origin);
    }
    add(Step.Kind.PERMIT, where, words, origin);
    return true;
  }

  /** Looks a packet up in a router's table; null when it is dropped. */
  Fib.@Nullable Entry route(Router router, Choices choices, String towards) {
    String where = "router " + router.name();
    List<Fib.Entry> entries = tables.fib(router).lookup(packet.destination(), tables::leads);
    if (entries.isEmpty()) {
      drop(
          Step.Cause.NO_ROUTE,
          where,
          "has no route " + towards + " " + packet.destination(),
          router.origin());
      return null;
    }
    Fib.Entry entry = entries.get(entries.size() == 1 ? 0 : choices.route(entries.size()));
    String way =
        entry.via() == null
            ? "is connected to " + entry.segment()
            : entry.prefix() + " via " + entry.via();
    add(Step.Kind.ROUTE, where, way, entry.origin());
    return entry;
  }

  /** The router that a route leads to next; null when none is at that address. */
  @Nullable Router nextHop(Router router, Fib.Entry entry) {
    Router next = entry.via() == null ? null : tables.routerAt(entry.segment(), entry.via());
    if (next == null) {
      drop(
          Step.Cause.NO_NEXT_HOP,
          "router " + router.name(),
          "finds no router at " + entry.via(),
          entry.origin());
    }
    return next;
  }
}
