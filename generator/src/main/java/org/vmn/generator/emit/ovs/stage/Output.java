package org.vmn.generator.emit.ovs.stage;

import org.vmn.generator.emit.ovs.flow.Actions;
import org.vmn.generator.emit.ovs.flow.Flag;
import org.vmn.generator.emit.ovs.flow.FlowSink;
import org.vmn.generator.emit.ovs.flow.Match;
import org.vmn.generator.emit.ovs.flow.Register;
import org.vmn.generator.emit.ovs.flow.Table;
import org.vmn.generator.emit.ovs.plan.HostPlan;
import org.vmn.runtime.network.Origin;

/** Out to the guest; back to the one that sent it only when a balancer says so. */
final class Output implements Stage {
  @Override
  public void emit(HostPlan plan, FlowSink out) {
    out.table(Table.OUTPUT);
    Actions back = Actions.none().anyInPort().output(Register.OUT);
    out.add(Table.OUTPUT, 10, Origin.NONE, Match.all().flags(Flag.HAIRPIN), back);
    out.add(Table.OUTPUT, 0, Origin.NONE, Match.all(), Actions.none().output(Register.OUT));
  }
}
