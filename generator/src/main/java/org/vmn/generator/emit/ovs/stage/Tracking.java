package org.vmn.generator.emit.ovs.stage;

import org.vmn.generator.emit.ovs.flow.Actions;
import org.vmn.generator.emit.ovs.flow.FlowSink;
import org.vmn.generator.emit.ovs.flow.Kind;
import org.vmn.generator.emit.ovs.flow.Match;
import org.vmn.generator.emit.ovs.flow.Register;
import org.vmn.generator.emit.ovs.flow.Table;
import org.vmn.generator.emit.ovs.plan.HostPlan;
import org.vmn.runtime.network.Origin;

/** Looks connections up, in the zone of the adapter that sends and of the adapter that receives. */
final class Tracking implements Stage {
  @Override
  public void emit(HostPlan plan, FlowSink out) {
    track(Table.TRACK_OUT, Register.FROM_ZONE, Table.POLICY_OUT, out);
    track(Table.TRACK_IN, Register.TO_ZONE, Table.BORDER, out);
  }

  private static void track(Table table, Register zone, Table next, FlowSink out) {
    out.table(table);
    out.add(table, 10, Origin.NONE, Match.of(Kind.IP4), Actions.none().track(zone, next));
    out.add(table, 10, Origin.NONE, Match.of(Kind.IP6), Actions.none().track(zone, next));
  }
}
