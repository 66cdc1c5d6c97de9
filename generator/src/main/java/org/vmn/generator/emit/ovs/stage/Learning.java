package org.vmn.generator.emit.ovs.stage;

import org.vmn.generator.emit.ovs.flow.Actions;
import org.vmn.generator.emit.ovs.flow.Cookie;
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
import org.vmn.runtime.value.Prefix;

/**
 * The gateway host learns the hardware addresses of gateways, and of externals on the segment
 * itself, from what they say.
 */
final class Learning implements Stage {
  @Override
  public void emit(HostPlan plan, FlowSink out) {
    out.table(Table.LEARN);
    for (NextHop hop : plan.nextHops()) {
      if (plan.isGateway(hop.router()) && hop.external().mac() == null) {
        gateway(plan, hop, out);
      }
    }
    for (Segment segment : plan.segments()) {
      if (isGatewayOn(plan, segment) && plan.wire(segment) != null) {
        for (External external : plan.externals(segment)) {
          if (external.gateways().isEmpty()) {
            neighbours(plan, segment, external, out);
          }
        }
      }
    }
    out.add(Table.LEARN, 0, Origin.NONE, Match.all(), Actions.go(Table.NEIGHBOUR));
  }

  /** Whether this host speaks for the routers on the segment. */
  static boolean isGatewayOn(HostPlan plan, Segment segment) {
    return plan.topology().forwarding().routersOn(segment.name()).stream()
        .anyMatch((Router r) -> plan.isGateway(r));
  }

  private static void gateway(HostPlan plan, NextHop hop, FlowSink out) {
    out.about("gateway " + hop.via() + " of " + hop.external().name());
    Cookie cookie = out.cookie(hop.external().origin());
    int priority = 110 + hop.number();
    Match wire =
        Match.all().segment(plan.number(plan.segment(hop.entry().segment()))).flags(Flag.UPLINK);
    // Two ways may lead to one gateway: each learns, one after the other.
    Actions on = Actions.none();
    for (NextHop other : plan.nextHops()) {
      boolean same =
          other.via().equals(hop.via()) && other.entry().segment().equals(hop.entry().segment());
      if (same && plan.isGateway(other.router()) && other.external().mac() == null) {
        if (other.number() < hop.number()) {
          return;
        }
        String match = Register.NEXT_HOP.oxm() + "=" + other.number();
        on =
            on.learn(
                Table.NEXT_HOP_MAC,
                cookie,
                match,
                hop.via().isV4() ? "NXM_NX_ARP_SHA[]" : "NXM_NX_ND_TLL[]");
      }
    }
    Match says =
        hop.via().isV4()
            ? wire.and(Kind.ARP).arpSender(hop.via())
            : wire.and(Match.discovery(136)).discoveryTarget(hop.via());
    out.add(Table.LEARN, priority, hop.external().origin(), says, on.then(Table.NEIGHBOUR));
  }

  private static void neighbours(HostPlan plan, Segment segment, External external, FlowSink out) {
    out.about("neighbours of " + external.name() + " on " + segment.name());
    Cookie cookie = out.cookie(external.origin());
    Match wire = Match.all().segment(plan.number(segment)).flags(Flag.UPLINK);
    String common = "metadata=" + plan.number(segment) + ",limit=10000,";
    for (Prefix prefix : plan.neighbours(segment).prefixes()) {
      if (prefix.address().family() == Ip.Family.V4) {
        String match = common + "eth_type=0x800,NXM_OF_IP_DST[]=NXM_OF_ARP_SPA[]";
        Actions learn = Actions.none().learn(Table.NEXT_HOP_MAC, cookie, match, "NXM_NX_ARP_SHA[]");
        out.add(
            Table.LEARN,
            100,
            external.origin(),
            wire.and(Kind.ARP).arpSender(prefix),
            learn.then(Table.NEIGHBOUR));
      } else {
        String match = common + "eth_type=0x86dd,NXM_NX_IPV6_DST[]=NXM_NX_ND_TARGET[]";
        Actions learn = Actions.none().learn(Table.NEXT_HOP_MAC, cookie, match, "NXM_NX_ND_TLL[]");
        out.add(
            Table.LEARN,
            100,
            external.origin(),
            wire.and(Match.discovery(136)).discoveryTarget(prefix),
            learn.then(Table.NEIGHBOUR));
      }
    }
  }
}
