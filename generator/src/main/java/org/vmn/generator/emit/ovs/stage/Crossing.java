package org.vmn.generator.emit.ovs.stage;

import org.vmn.generator.emit.ovs.flow.Actions;
import org.vmn.generator.emit.ovs.flow.Flag;
import org.vmn.generator.emit.ovs.flow.FlowSink;
import org.vmn.generator.emit.ovs.flow.Kind;
import org.vmn.generator.emit.ovs.flow.Match;
import org.vmn.generator.emit.ovs.flow.Register;
import org.vmn.generator.emit.ovs.flow.Table;
import org.vmn.generator.emit.ovs.plan.HostPlan;
import org.vmn.generator.emit.ovs.plan.NextHop;
import org.vmn.runtime.network.External;
import org.vmn.runtime.network.Origin;
import org.vmn.runtime.network.Router;
import org.vmn.runtime.network.Segment;
import org.vmn.runtime.value.Ip;

/**
 * What a router has a way for. Nothing goes back to an isolated segment; new connections are for
 * firewalls to judge, on the host that they enter by: of guests where they are, of outside at the
 * gateway host, which remembers what passed.
 */
final class Crossing implements Stage {
  @Override
  public void emit(HostPlan plan, FlowSink out) {
    out.table(Table.CROSS);
    for (Router router : plan.routers()) {
      isolation(plan, router, out);
    }
    if (!plan.topology().firewalls().isEmpty()) {
      new UnknownAnswers(plan, out).emit();
      plan.routers().forEach(r -> fromOutside(plan, r, out));
      out.add(
          Table.CROSS,
          50,
          Origin.NONE,
          Match.all().flags(Flag.FRESH),
          Step.ROUTER.begin().then(Table.ASK));
    }
    out.add(Table.CROSS, 0, Origin.NONE, Match.all(), Actions.go(Table.PASSED));
    tracked(out);
    passed(plan, out);
  }

  private static void isolation(HostPlan plan, Router router, FlowSink out) {
    for (Router.Port port : router.ports()) {
      Segment segment = plan.segment(port.segment());
      if (segment.isolated()) {
        int number = plan.number(segment);
        out.about("router " + router.name() + " sends nothing back to " + segment.name());
        Match back =
            Match.all()
                .segment(number)
                .register(Register.ROUTER, plan.number(router))
                .register(Register.FROM, number);
        out.add(Table.CROSS, 100, segment.origin(), back, Actions.DROP);
      }
    }
  }

  private static Match comesFrom(HostPlan plan, Router router, External external, Ip.Family of) {
    return Match.of(Kind.ip(of))
        .register(Register.ROUTER, plan.number(router))
        .register(Register.OUTSIDER, plan.number(external));
  }

  private static void fromOutside(HostPlan plan, Router router, FlowSink out) {
    int zone = plan.firewallZone(router);
    for (Router.Port port : router.ports()) {
      for (External external : plan.externals(plan.segment(port.segment()))) {
        for (Ip.Family family : Ip.Family.values()) {
          if (zone > 0) {
            out.add(
                Table.CROSS,
                60,
                external.origin(),
                comesFrom(plan, router, external, family),
                Actions.none().track(zone, Table.CROSS_TRACKED));
          }
        }
      }
    }
  }

  private static void tracked(FlowSink out) {
    out.table(Table.CROSS_TRACKED);
    out.add(Table.CROSS_TRACKED, 20, Origin.NONE, Match.all().state("+trk+inv"), Actions.DROP);
    out.add(
        Table.CROSS_TRACKED,
        10,
        Origin.NONE,
        Match.all().state("+trk+new"),
        Actions.none().flag(Flag.FRESH).and(Step.FROM.begin()).then(Table.ASK));
    out.add(
        Table.CROSS_TRACKED,
        0,
        Origin.NONE,
        Match.all(),
        Actions.none().set(Register.OUTSIDER, 0).then(Table.PASSED));
  }

  private static void passed(HostPlan plan, FlowSink out) {
    out.table(Table.PASSED);
    for (Router router : plan.routers()) {
      int zone = plan.firewallZone(router);
      for (Router.Port port : router.ports()) {
        for (External external : plan.externals(plan.segment(port.segment()))) {
          for (Ip.Family family : Ip.Family.values()) {
            if (zone > 0) {
              Actions known =
                  Actions.none().commit(zone).set(Register.OUTSIDER, 0).through(Table.PASSED);
              Match match = comesFrom(plan, router, external, family);
              out.add(Table.PASSED, 60, external.origin(), match, known);
            }
          }
        }
      }
    }
    for (NextHop hop : plan.nextHops()) {
      Match at = Match.all().register(Register.NEXT_HOP, hop.number());
      out.add(Table.PASSED, 50, hop.entry().origin(), at, Actions.go(Table.OUTSIDE));
    }
    for (Router router : plan.routers()) {
      for (Ip.Family family : Ip.Family.values()) {
        Actions on =
            Actions.none()
                .decrementTimeToLive()
                .copySegment(Register.FROM)
                .set(Register.ROUTER, plan.number(router))
                .set(Register.NEXT_ROUTER, 0)
                .through(Table.FIB);
        Match next = Match.of(Kind.ip(family)).register(Register.NEXT_ROUTER, plan.number(router));
        out.add(Table.PASSED, 40, router.origin(), next, on);
      }
    }
    out.add(Table.PASSED, 0, Origin.NONE, Match.all(), Actions.go(Table.ROUTED));
  }
}
