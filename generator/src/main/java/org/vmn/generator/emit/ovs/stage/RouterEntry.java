package org.vmn.generator.emit.ovs.stage;

import java.util.LinkedHashSet;
import java.util.Set;
import org.vmn.generator.emit.ovs.flow.Actions;
import org.vmn.generator.emit.ovs.flow.Flag;
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
import org.vmn.runtime.value.Prefix;

/**
 * What comes from outside to a router that translates: answers get their receiver back; and what
 * outside opens towards machines that are otherwise translated is remembered, so that its answers
 * aren't.
 */
final class RouterEntry implements Stage {
  @Override
  public void emit(HostPlan plan, FlowSink out) {
    out.table(Table.ROUTER_IN);
    for (Router router : plan.routers()) {
      if (plan.isGateway(router) && !router.snat().isEmpty()) {
        Match at = Match.all().register(Register.ROUTER, plan.number(router)).flags(Flag.UPLINK);
        Actions track = Actions.none().translate(plan.snatZone(router), Table.ROUTER_TRACKED);
        for (Ip own : own(plan, router)) {
          out.add(Table.ROUTER_IN, 100, router.origin(), at.to(own), track);
        }
        for (String inside : router.snat()) {
          for (Prefix subnet : plan.segment(inside).subnets()) {
            out.add(Table.ROUTER_IN, 90, router.origin(), at.to(subnet), track);
          }
        }
      }
    }
    out.add(Table.ROUTER_IN, 0, Origin.NONE, Match.all(), Actions.go(Table.FIB));
    out.table(Table.ROUTER_TRACKED);
    for (Router router : plan.routers()) {
      if (plan.isGateway(router) && !router.snat().isEmpty()) {
        Match at = Match.all().register(Register.ROUTER, plan.number(router));
        for (Ip own : own(plan, router)) {
          out.add(Table.ROUTER_TRACKED, 100, router.origin(), at.to(own), Actions.DROP);
        }
        for (Ip.Family family : Ip.Family.values()) {
          Match fresh = at.and(Kind.ip(family)).state("+trk+new");
          Actions commit = Actions.none().commit(plan.snatZone(router)).then(Table.FIB);
          out.add(Table.ROUTER_TRACKED, 50, router.origin(), fresh, commit);
        }
      }
    }
    out.add(Table.ROUTER_TRACKED, 0, Origin.NONE, Match.all(), Actions.go(Table.FIB));
  }

  /** The addresses that a router translates to. */
  private static Set<Ip> own(HostPlan plan, Router router) {
    Set<Ip> own = new LinkedHashSet<>();
    for (NextHop hop : plan.nextHops()) {
      if (hop.router().equals(router)) {
        for (Ip.Family family : Ip.Family.values()) {
          Ip ip = Forwarding.address(router, hop.entry().segment(), family);
          if (ip != null) {
            own.add(ip);
          }
        }
      }
    }
    return own;
  }
}
