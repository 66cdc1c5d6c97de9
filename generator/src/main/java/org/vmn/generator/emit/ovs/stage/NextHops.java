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
import org.vmn.runtime.network.Origin;
import org.vmn.runtime.network.Segment;
import org.vmn.runtime.value.Mac;

/** Out to an external's gateway, once its hardware address is known. */
final class NextHops implements Stage {
  @Override
  public void emit(HostPlan plan, FlowSink out) {
    out.table(Table.NEXT_HOP);
    for (NextHop hop : plan.nextHops()) {
      if (plan.isGateway(hop.router())) {
        out.about(hop.external().name() + " by " + hop.via());
        out.add(
            Table.NEXT_HOP,
            10,
            hop.entry().origin(),
            Match.of(Kind.ip(hop.via().family())).register(Register.NEXT_HOP, hop.number()),
            Actions.none()
                .decrementTimeToLive()
                .from(plan.mac(hop.router()))
                .through(Table.NEXT_HOP_MAC)
                .through(Table.LEAVE));
      }
    }
    out.table(Table.NEXT_HOP_MAC);
    for (NextHop hop : plan.nextHops()) {
      Mac mac = hop.external().mac();
      if (plan.isGateway(hop.router()) && mac != null) {
        Match at = Match.all().register(Register.NEXT_HOP, hop.number());
        out.add(
            Table.NEXT_HOP_MAC,
            100,
            hop.external().origin(),
            at,
            Actions.none().to(mac).flag(Flag.RESOLVED));
      }
    }
    out.add(Table.NEXT_HOP_MAC, 0, Origin.NONE, Match.all(), Actions.DROP);
    out.table(Table.LEAVE);
    for (Segment segment : plan.segments()) {
      Actions wire = plan.externals(segment).isEmpty() ? null : plan.wire(segment);
      if (wire != null) {
        Match on = Match.all().segment(plan.number(segment)).flags(Flag.RESOLVED);
        out.add(Table.LEAVE, 10, segment.origin(), on, wire);
      }
    }
    out.add(Table.LEAVE, 0, Origin.NONE, Match.all(), Actions.DROP);
  }
}
