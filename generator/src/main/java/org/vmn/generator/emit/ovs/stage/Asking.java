package org.vmn.generator.emit.ovs.stage;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vmn.generator.emit.ovs.flow.Actions;
import org.vmn.generator.emit.ovs.flow.Flag;
import org.vmn.generator.emit.ovs.flow.FlowSink;
import org.vmn.generator.emit.ovs.flow.Match;
import org.vmn.generator.emit.ovs.flow.Register;
import org.vmn.generator.emit.ovs.flow.Table;
import org.vmn.generator.emit.ovs.plan.Firewalls;
import org.vmn.generator.emit.ovs.plan.HostPlan;
import org.vmn.generator.emit.ovs.plan.NextHop;
import org.vmn.generator.emit.ovs.plan.Seat;
import org.vmn.runtime.network.Balancer;
import org.vmn.runtime.network.External;
import org.vmn.runtime.network.Origin;
import org.vmn.runtime.network.Router;
import org.vmn.runtime.network.Segment;
import org.vmn.runtime.value.Ip;
import org.vmn.runtime.value.IpSet;
import org.vmn.runtime.value.Prefix;

/** Which firewalls a new connection meets, one step after the other, and where it goes on. */
final class Asking implements Stage {
  @Override
  public void emit(HostPlan plan, FlowSink out) {
    Firewalls firewalls = plan.topology().firewalls();
    out.table(Table.ASK);
    for (Segment segment : plan.segments()) {
      for (External external : plan.externals(segment)) {
        int list = firewalls.first(external);
        if (list > 0) {
          from(plan, external, list, out);
          neighbour(plan, segment, external, list, out);
        }
      }
    }
    for (Router router : plan.routers()) {
      int list = firewalls.first(router);
      if (list > 0) {
        Match at = at(Step.ROUTER).register(Register.ROUTER, plan.number(router));
        out.add(Table.ASK, 10, router.origin(), at, Step.ROUTER.ask(list));
      }
    }
    for (NextHop hop : plan.nextHops()) {
      int list = firewalls.first(hop.external());
      if (list > 0) {
        Match at = at(Step.TO).register(Register.NEXT_HOP, hop.number());
        out.add(Table.ASK, 20, hop.external().origin(), at, Step.TO.ask(list));
      }
    }
    for (Step step : List.of(Step.FROM, Step.ROUTER, Step.TO)) {
      out.add(Table.ASK, 0, Origin.NONE, at(step), after(step));
    }
    answered(plan, firewalls, out);
  }

  private static Match at(Step step) {
    return Match.all().register(Register.STEP, step.number());
  }

  private static Actions after(Step step) {
    return switch (step) {
      case FROM -> Step.ROUTER.begin().through(Table.ASK);
      case ROUTER -> Step.TO.begin().through(Table.ASK);
      case TO -> Actions.go(Table.PASSED);
      case IN -> Actions.go(Table.POLICY_IN);
      case BALANCED, OUT -> throw new IllegalArgumentException("depends on more: " + step);
    };
  }

  private static void from(HostPlan plan, External external, int list, FlowSink out) {
    Match at = at(Step.FROM).register(Register.OUTSIDER, plan.number(external));
    out.add(Table.ASK, 10, external.origin(), at, Step.FROM.ask(list));
  }

  /** An external without a gateway has addresses on the segment itself. */
  private static void neighbour(
      HostPlan plan, Segment segment, External external, int list, FlowSink out) {
    if (external.gateways().isEmpty()) {
      Match on =
          at(Step.TO)
              .segment(plan.number(segment))
              .register(Register.NEXT_HOP, 0)
              .register(Register.NEXT_ROUTER, 0);
      for (Prefix prefix : unowned(plan, segment, external).prefixes()) {
        out.add(Table.ASK, 10, external.origin(), on.to(prefix), Step.TO.ask(list));
      }
    }
  }

  /** Addresses of an external that lie on its segment and are no machine's. */
  private static IpSet unowned(HostPlan plan, Segment segment, External external) {
    IpSet left = plan.outside(external).intersect(plan.neighbours(segment));
    for (Seat seat : plan.topology().everySeat(segment.name())) {
      for (Ip ip : seat.addresses()) {
        left = left.minus(IpSet.of(ip));
      }
    }
    return left;
  }

  private static void answered(HostPlan plan, Firewalls firewalls, FlowSink out) {
    out.table(Table.ANSWERED);
    for (int list = 1; list <= firewalls.lists().size(); list++) {
      if (firewalls.hasNext(list)) {
        Actions next = Actions.none().set(Register.LIST, list + 1).through(Table.FIREWALL);
        Match was = Match.all().register(Register.LIST, list);
        Origin origin = firewalls.lists().get(list - 1).firewall().origin();
        out.add(Table.ANSWERED, 20, origin, was, next);
      }
    }
    for (Step step : List.of(Step.FROM, Step.ROUTER, Step.TO, Step.IN)) {
      out.add(Table.ANSWERED, 10, Origin.NONE, at(step), after(step));
    }
    for (Balancer balancer : plan.balancers()) {
      Match chosen = at(Step.BALANCED).register(Register.BALANCER, plan.number(balancer));
      out.add(Table.ANSWERED, 10, balancer.origin(), chosen, Balance.onFromOutside(plan, balancer));
    }
    for (Segment segment : plan.segments()) {
      @Nullable Actions wire = plan.externals(segment).isEmpty() ? null : plan.wire(segment);
      if (wire != null) {
        Match on = at(Step.OUT).segment(plan.number(segment));
        out.add(Table.ANSWERED, 10, segment.origin(), on, wire);
      }
    }
    out.add(Table.ANSWERED, 0, Origin.NONE, Match.all(), Actions.DROP);
  }

  /** What guests open to an external on their segment without a router. */
  static void direct(HostPlan plan, Segment segment, FlowSink out) {
    for (External external : plan.externals(segment)) {
      int list = plan.topology().firewalls().first(external);
      if (list > 0) {
        Match opens = Match.all().segment(plan.number(segment)).flags(Flag.GUEST, Flag.FRESH);
        for (Prefix prefix : plan.direct(segment).intersect(plan.outside(external)).prefixes()) {
          out.add(Table.FORWARD, 60, external.origin(), opens.to(prefix), Step.OUT.ask(list));
        }
      }
    }
  }
}
