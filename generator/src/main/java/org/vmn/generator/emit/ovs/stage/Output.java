package org.vmn.generator.emit.ovs.stage;

import org.vmn.generator.emit.ovs.flow.Actions;
import org.vmn.generator.emit.ovs.flow.Flag;
import org.vmn.generator.emit.ovs.flow.FlowSink;
import org.vmn.generator.emit.ovs.flow.Match;
import org.vmn.generator.emit.ovs.flow.Register;
import org.vmn.generator.emit.ovs.flow.Table;
import org.vmn.generator.emit.ovs.plan.HostPlan;
import org.vmn.generator.emit.ovs.plan.Meter;
import org.vmn.generator.emit.ovs.plan.Seat;
import org.vmn.runtime.network.Origin;

/** Out to the guest; back to the one that sent it only when a balancer says so. */
final class Output implements Stage {
  private static final Actions ON = Actions.none().output(Register.OUT);
  private static final Actions BACK = Actions.none().anyInPort().output(Register.OUT);

  @Override
  public void emit(HostPlan plan, FlowSink out) {
    out.table(Table.OUTPUT);
    for (Seat seat : plan.guests()) {
      for (Meter meter : Meter.received(seat)) {
        Match to = Match.all().register(Register.OUT, seat.adapter().port());
        Actions held = Actions.none().measure(meter.id());
        out.add(Table.OUTPUT, 30, seat.origin(), to.flags(Flag.HAIRPIN), held.and(BACK));
        out.add(Table.OUTPUT, 20, seat.origin(), to, held.and(ON));
      }
    }
    out.add(Table.OUTPUT, 10, Origin.NONE, Match.all().flags(Flag.HAIRPIN), BACK);
    out.add(Table.OUTPUT, 0, Origin.NONE, Match.all(), ON);
  }
}
