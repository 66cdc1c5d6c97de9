package org.vmn.generator.emit.ovs.stage;

import org.vmn.generator.emit.ovs.flow.Actions;
import org.vmn.generator.emit.ovs.flow.FlowSink;
import org.vmn.generator.emit.ovs.flow.Match;
import org.vmn.generator.emit.ovs.flow.Register;
import org.vmn.generator.emit.ovs.flow.Table;
import org.vmn.generator.emit.ovs.plan.HostPlan;
import org.vmn.runtime.network.External;
import org.vmn.runtime.network.Origin;
import org.vmn.runtime.network.Segment;

/** What an external opens to guests on its own segment meets its firewalls where it arrives. */
final class Border implements Stage {
  @Override
  public void emit(HostPlan plan, FlowSink out) {
    out.table(Table.BORDER);
    for (Segment segment : plan.segments()) {
      for (External external : plan.externals(segment)) {
        int list = plan.topology().firewalls().first(external);
        if (list > 0) {
          Match opens =
              Match.all().register(Register.OUTSIDER, plan.number(external)).state("+trk+new");
          out.add(Table.BORDER, 10, external.origin(), opens, Step.IN.ask(list));
        }
      }
    }
    out.add(Table.BORDER, 0, Origin.NONE, Match.all(), Actions.go(Table.POLICY_IN));
  }
}
