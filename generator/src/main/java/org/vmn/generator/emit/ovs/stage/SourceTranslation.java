package org.vmn.generator.emit.ovs.stage;

import org.jspecify.annotations.Nullable;
import org.vmn.generator.emit.ovs.flow.Actions;
import org.vmn.generator.emit.ovs.flow.FlowSink;
import org.vmn.generator.emit.ovs.flow.Kind;
import org.vmn.generator.emit.ovs.flow.Match;
import org.vmn.generator.emit.ovs.flow.Register;
import org.vmn.generator.emit.ovs.flow.Table;
import org.vmn.generator.emit.ovs.plan.HostPlan;
import org.vmn.generator.emit.ovs.plan.NextHop;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.network.Origin;
import org.vmn.runtime.network.Router;
import org.vmn.runtime.value.Ip;

/**
 * Where packets leave: answers of a balancer's targets get its address, and what a router hides
 * gets the router's.
 */
final class SourceTranslation implements Stage {
  @Override
  public void emit(HostPlan plan, FlowSink out) {
    boolean leaves = plan.nextHops().stream().anyMatch(h -> plan.isGateway(h.router()));
    out.table(Table.OUTSIDE_RESTORE);
    if (leaves) {
      for (var source : plan.balancing().sources().entrySet()) {
        Match from = Answers.of(source.getKey());
        Actions restore = Actions.none().translate(source.getValue(), Table.OUTSIDE_RESTORED);
        out.add(Table.OUTSIDE_RESTORE, 10, Origin.NONE, from, restore);
      }
    }
    out.add(Table.OUTSIDE_RESTORE, 0, Origin.NONE, Match.all(), Actions.go(Table.SNAT));
    out.table(Table.OUTSIDE_RESTORED);
    out.add(
        Table.OUTSIDE_RESTORED,
        10,
        Origin.NONE,
        Match.all().state("+trk+est+rpl"),
        Actions.go(Table.NEXT_HOP));
    out.add(Table.OUTSIDE_RESTORED, 0, Origin.NONE, Match.all(), Actions.go(Table.SNAT));
    out.table(Table.SNAT);
    for (NextHop hop : plan.nextHops()) {
      Ip own = own(hop);
      if (plan.isGateway(hop.router()) && own != null) {
        hide(plan, hop, out);
      }
    }
    out.add(Table.SNAT, 0, Origin.NONE, Match.all(), Actions.go(Table.NEXT_HOP));
    out.table(Table.SNAT_TRACKED);
    for (NextHop hop : plan.nextHops()) {
      Ip own = own(hop);
      if (plan.isGateway(hop.router()) && own != null && !hop.router().snat().isEmpty()) {
        Match fresh =
            Match.of(Kind.ip(family(hop)))
                .register(Register.NEXT_HOP, hop.number())
                .state("+trk+new");
        Actions translate =
            Actions.none().translateFrom(plan.snatZone(hop.router()), own, Table.NEXT_HOP);
        out.add(Table.SNAT_TRACKED, 100, hop.router().origin(), fresh, translate);
      }
    }
    out.add(Table.SNAT_TRACKED, 50, Origin.NONE, Match.all().state("+trk+inv"), Actions.DROP);
    out.add(Table.SNAT_TRACKED, 0, Origin.NONE, Match.all(), Actions.go(Table.NEXT_HOP));
  }

  private static @Nullable Ip own(NextHop hop) {
    return Forwarding.address(hop.router(), hop.entry().segment(), family(hop));
  }

  private static Ip.Family family(NextHop hop) {
    return hop.entry().prefix().address().family();
  }

  private static void hide(HostPlan plan, NextHop hop, FlowSink out) {
    Router router = hop.router();
    Actions track = Actions.none().translate(plan.snatZone(router), Table.SNAT_TRACKED);
    for (String inside : router.snat()) {
      Match from =
          Match.all()
              .register(Register.NEXT_HOP, hop.number())
              .register(Register.FROM, plan.number(plan.segment(inside)))
              .and(Kind.ip(family(hop)));
      out.add(Table.SNAT, 10, router.origin(), from, track);
    }
  }
}
