package org.vmn.generator.emit.ovs.stage;

import org.vmn.generator.emit.ovs.flow.Actions;
import org.vmn.generator.emit.ovs.flow.FlowSink;
import org.vmn.generator.emit.ovs.flow.Kind;
import org.vmn.generator.emit.ovs.flow.Match;
import org.vmn.generator.emit.ovs.flow.Register;
import org.vmn.generator.emit.ovs.flow.Table;
import org.vmn.generator.emit.ovs.plan.HostPlan;
import org.vmn.generator.emit.ovs.plan.Seat;
import org.vmn.runtime.network.Origin;
import org.vmn.runtime.value.Ip;

/** A guest gets only what is for an address of its own, whatever hardware address it came to. */
final class Delivery implements Stage {
  @Override
  public void emit(HostPlan plan, FlowSink out) {
    out.table(Table.DELIVER);
    out.add(Table.DELIVER, 100, Origin.NONE, Match.of(Kind.ARP), Actions.go(Table.OUTPUT));
    out.add(Table.DELIVER, 100, Origin.NONE, Match.discovery(136), Actions.go(Table.OUTPUT));
    for (Seat seat : plan.connected()) {
      Match guest = Match.all().register(Register.OUT, seat.adapter().port());
      for (Ip ip : seat.addresses()) {
        out.add(Table.DELIVER, 50, seat.origin(), guest.to(ip), Actions.go(Table.RESTORE));
      }
    }
    out.add(Table.DELIVER, 0, Origin.NONE, Match.all(), Actions.DROP);
  }
}
