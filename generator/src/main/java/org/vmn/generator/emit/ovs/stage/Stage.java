package org.vmn.generator.emit.ovs.stage;

import org.vmn.generator.emit.ovs.flow.FlowSink;
import org.vmn.generator.emit.ovs.plan.HostPlan;

/** A part of the pipeline. */
interface Stage {
  void emit(HostPlan plan, FlowSink out);
}
