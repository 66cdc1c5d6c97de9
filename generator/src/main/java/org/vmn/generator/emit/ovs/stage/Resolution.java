package org.vmn.generator.emit.ovs.stage;

import org.vmn.generator.emit.ovs.flow.Actions;
import org.vmn.generator.emit.ovs.flow.Flag;
import org.vmn.generator.emit.ovs.flow.FlowSink;
import org.vmn.generator.emit.ovs.flow.Kind;
import org.vmn.generator.emit.ovs.flow.Match;
import org.vmn.generator.emit.ovs.flow.Register;
import org.vmn.generator.emit.ovs.flow.Table;
import org.vmn.generator.emit.ovs.plan.HostPlan;
import org.vmn.generator.emit.ovs.plan.Seat;
import org.vmn.runtime.network.Origin;
import org.vmn.runtime.network.Router;
import org.vmn.runtime.network.Segment;
import org.vmn.runtime.value.Ip;
import org.vmn.runtime.value.Prefix;

/** Address to hardware address, and that to a port here, a tunnel or a wire. */
final class Resolution implements Stage {
  @Override
  public void emit(HostPlan plan, FlowSink out) {
    out.table(Table.RESOLVE);
    plan.segments().forEach(s -> resolve(plan, s, out));
    out.add(Table.RESOLVE, 0, Origin.NONE, Match.all(), Actions.DROP);
    out.table(Table.FORWARD);
    plan.segments().forEach(s -> forward(plan, s, out));
    out.add(Table.FORWARD, 0, Origin.NONE, Match.all(), Actions.DROP);
  }

  private static void resolve(HostPlan plan, Segment segment, FlowSink out) {
    out.about("segment " + segment.name());
    Match on = Match.all().segment(plan.number(segment));
    for (Seat seat : plan.topology().seats(segment.name())) {
      for (Ip ip : seat.addresses()) {
        out.add(
            Table.RESOLVE,
            100,
            seat.origin(),
            on.to(ip),
            Actions.none().to(seat.mac()).then(Table.FORWARD));
      }
    }
    Match routed = on.flags(Flag.ROUTED);
    Actions leave =
        Learning.isGatewayOn(plan, segment)
            ? Actions.none().through(Table.NEXT_HOP_MAC).through(Table.LEAVE)
            : Actions.none().through(Table.TO_GATEWAY);
    for (Prefix prefix : plan.neighbours(segment).prefixes()) {
      out.add(Table.RESOLVE, 50, segment.origin(), routed.to(prefix), leave);
      for (Router router : plan.topology().forwarding().routersOn(segment.name())) {
        int zone = plan.firewallZone(router);
        if (zone > 0) {
          Match by = routed.register(Register.ROUTER, plan.number(router)).to(prefix);
          Actions known = Actions.none().commit(zone).and(leave);
          out.add(Table.RESOLVE, 60, segment.origin(), by, known);
        }
      }
    }
  }

  private static void forward(HostPlan plan, Segment segment, FlowSink out) {
    out.about("segment " + segment.name());
    Match on = Match.all().segment(plan.number(segment));
    for (Seat seat : plan.topology().seats(segment.name())) {
      if (plan.isHere(seat)) {
        out.add(Table.FORWARD, 100, seat.origin(), on.to(seat.mac()), here(seat));
      } else {
        Actions there = plan.send(segment, seat.host());
        if (there != null) {
          out.add(Table.FORWARD, 100, seat.origin(), on.flags(Flag.LOCAL).to(seat.mac()), there);
        }
      }
    }
    if (segment.isolated()) {
      isolate(plan, segment, out);
    }
    Actions wire = plan.externals(segment).isEmpty() ? null : plan.wire(segment);
    if (wire != null) {
      Match sent = on.flags(Flag.GUEST);
      out.add(Table.FORWARD, 50, segment.origin(), sent.and(Kind.ARP), wire);
      out.add(Table.FORWARD, 50, segment.origin(), sent.and(Match.discovery(136)), wire);
      for (Prefix prefix : plan.direct(segment).prefixes()) {
        out.add(Table.FORWARD, 50, segment.origin(), sent.to(prefix), wire);
      }
      Asking.direct(plan, segment, out);
    }
  }

  /** What a guest here sends reaches no other, but for itself by way of a balancer. */
  private static void isolate(HostPlan plan, Segment segment, FlowSink out) {
    out.about("machines on " + segment.name() + " are kept apart");
    Match sent = Match.all().segment(plan.number(segment)).flagsWithout(Flag.ROUTED, Flag.GUEST);
    for (Seat seat : plan.topology().seats(segment.name())) {
      out.add(Table.FORWARD, 110, segment.origin(), sent.to(seat.mac()), Actions.DROP);
      if (plan.isHere(seat) && !plan.balancers().isEmpty()) {
        Match itself = sent.inPort(seat.adapter().port()).to(seat.mac());
        out.add(Table.FORWARD, 120, segment.origin(), itself, here(seat));
      }
    }
  }

  private static Actions here(Seat seat) {
    return Actions.none()
        .set(Register.OUT, seat.adapter().port())
        .set(Register.TO_ZONE, seat.adapter().port())
        .then(Table.DELIVER);
  }
}
