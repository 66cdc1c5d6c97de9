package org.vmn.generator.emit.ovs.stage;

import org.jspecify.annotations.Nullable;
import org.vmn.generator.emit.ovs.flow.Actions;
import org.vmn.generator.emit.ovs.flow.FlowSink;
import org.vmn.generator.emit.ovs.flow.Match;
import org.vmn.generator.emit.ovs.flow.Register;
import org.vmn.generator.emit.ovs.flow.Table;
import org.vmn.generator.emit.ovs.plan.HostPlan;
import org.vmn.generator.emit.ovs.plan.NextHop;
import org.vmn.generator.layout.HostLayout;
import org.vmn.generator.layout.HostMac;
import org.vmn.runtime.network.Origin;
import org.vmn.runtime.network.Ref;
import org.vmn.runtime.network.Router;
import org.vmn.runtime.network.Segment;
import org.vmn.runtime.value.Prefix;

/**
 * What a router sends to an external leaves by its gateway host; other hosts pass it on to there,
 * over the segment it came from.
 */
final class Outside implements Stage {
  @Override
  public void emit(HostPlan plan, FlowSink out) {
    out.table(Table.OUTSIDE);
    for (NextHop hop : plan.nextHops()) {
      out.about("router " + hop.router().name() + " to " + hop.external().name());
      int zone = plan.firewallZone(hop.router());
      Actions next =
          (zone > 0 ? Actions.none().commit(zone) : Actions.none())
              .then(plan.isGateway(hop.router()) ? Table.OUTSIDE_RESTORE : Table.TO_GATEWAY);
      Match at = Match.all().register(Register.NEXT_HOP, hop.number());
      for (Prefix prefix :
          hop.external().addresses().of(hop.entry().prefix().address().family()).prefixes()) {
        out.add(Table.OUTSIDE, 10, hop.entry().origin(), at.to(prefix), next);
      }
    }
    out.add(Table.OUTSIDE, 0, Origin.NONE, Match.all(), Actions.DROP);
    out.table(Table.TO_GATEWAY);
    for (Router router : plan.routers()) {
      Ref gateway = router.gateway();
      if (gateway != null && !plan.isGateway(router)) {
        out.about("router " + router.name());
        for (Router.Port port : router.ports()) {
          over(
              plan,
              router,
              plan.topology().layout().host(gateway),
              plan.segment(port.segment()),
              out);
        }
      }
    }
  }

  private static void over(
      HostPlan plan, Router router, HostLayout gateway, Segment segment, FlowSink out) {
    @Nullable Actions send = plan.carries(segment) ? plan.send(segment, gateway) : null;
    if (send != null) {
      out.add(
          Table.TO_GATEWAY,
          10,
          router.origin(),
          Match.all()
              .register(Register.ROUTER, plan.number(router))
              .register(Register.FROM, plan.number(segment)),
          Actions.none()
              .from(plan.mac(router))
              .to(HostMac.router(plan.network(), router.name(), gateway.ref()))
              .and(send));
    }
  }
}
