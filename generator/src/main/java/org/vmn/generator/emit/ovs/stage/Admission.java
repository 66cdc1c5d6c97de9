package org.vmn.generator.emit.ovs.stage;

import org.vmn.generator.emit.ovs.flow.Actions;
import org.vmn.generator.emit.ovs.flow.Flag;
import org.vmn.generator.emit.ovs.flow.FlowSink;
import org.vmn.generator.emit.ovs.flow.Match;
import org.vmn.generator.emit.ovs.flow.Register;
import org.vmn.generator.emit.ovs.flow.Table;
import org.vmn.generator.emit.ovs.plan.HostPlan;
import org.vmn.generator.emit.ovs.plan.Meter;
import org.vmn.generator.emit.ovs.plan.Ports;
import org.vmn.generator.emit.ovs.plan.Seat;
import org.vmn.runtime.network.Origin;
import org.vmn.runtime.network.Segment;
import org.vmn.runtime.value.Ip;

/** Port, tunnel number and tag become the segment; what comes any other way is dropped. */
final class Admission implements Stage {
  @Override
  public void emit(HostPlan plan, FlowSink out) {
    out.table(Table.ADMIT);
    for (Seat seat : plan.connected()) {
      out.about(seat.name() + " on " + seat.adapter().tap());
      out.add(
          Table.ADMIT,
          100,
          seat.origin(),
          Match.all().inPort(seat.adapter().port()).untagged(),
          held(seat)
              .segment(plan.number(plan.segment(seat.adapter().nic().segment())))
              .flags(Flag.LOCAL, Flag.GUEST)
              .set(Register.FROM_ZONE, seat.adapter().port())
              .then(Table.GUARD));
    }
    for (Segment segment : plan.segments()) {
      switch (segment.transport()) {
        case Segment.Local l -> {}
        case Segment.Vlan v -> wire(plan, segment, v, out);
        case Segment.Tunnel t -> tunnels(plan, segment, t, out);
      }
    }
    out.add(Table.ADMIT, 0, Origin.NONE, Match.all(), Actions.DROP);
  }

  private static Actions held(Seat seat) {
    Actions actions = Actions.none();
    for (Meter meter : Meter.sent(seat)) {
      actions = actions.measure(meter.id());
    }
    int priority = seat.adapter().nic().priority();
    return priority == 0 ? actions : actions.priority(priority);
  }

  private static void wire(HostPlan plan, Segment segment, Segment.Vlan vlan, FlowSink out) {
    String uplink = plan.topology().uplink(plan.here(), segment);
    for (Ports.Patch patch : plan.ports().patches()) {
      if (patch.uplink().equals(uplink)) {
        out.about("segment " + segment.name() + " on the wire " + uplink);
        out.add(
            Table.ADMIT,
            100,
            segment.origin(),
            Match.all().inPort(patch.port()).vlan(vlan.id()),
            Actions.none()
                .untag()
                .segment(plan.number(segment))
                .flags(Flag.UPLINK)
                .then(Table.GUARD));
      }
    }
  }

  private static void tunnels(HostPlan plan, Segment segment, Segment.Tunnel tunnel, FlowSink out) {
    var overlay = plan.topology().overlay(tunnel.overlay());
    Ip local = plan.topology().endpoint(overlay, plan.here());
    if (local == null) {
      return;
    }
    out.about("segment " + segment.name() + " in tunnels");
    for (Ports.Tunnel port : plan.ports().tunnels()) {
      Ip remote = plan.topology().endpoint(overlay, plan.topology().layout().host(port.peer()));
      if (port.overlay().encapsulation() == overlay.encapsulation()
          && port.local().equals(local)
          && port.remote().equals(remote)) {
        out.add(
            Table.ADMIT,
            100,
            segment.origin(),
            Match.all().inPort(port.port()).tunnel(tunnel.vni()),
            Actions.none().segment(plan.number(segment)).flags().then(Table.NEIGHBOUR));
      }
    }
  }
}
