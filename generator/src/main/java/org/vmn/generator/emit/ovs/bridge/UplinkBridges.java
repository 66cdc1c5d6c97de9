package org.vmn.generator.emit.ovs.bridge;

import java.util.Set;
import org.vmn.generator.emit.ovs.flow.Actions;
import org.vmn.generator.emit.ovs.flow.FlowSink;
import org.vmn.generator.emit.ovs.flow.Match;
import org.vmn.generator.emit.ovs.flow.Table;
import org.vmn.generator.emit.ovs.plan.HostPlan;
import org.vmn.generator.emit.ovs.plan.Topology;

/**
 * The bridges that hold physical devices: ordinary learning switches, the same for every network on
 * the host.
 */
public final class UplinkBridges {
  private UplinkBridges() {}

  /** The uplinks that have one. */
  public static Set<String> of(HostPlan plan) {
    return HostPorts.uplinks(plan);
  }

  public static String flows(HostPlan plan, String uplink) {
    FlowSink out = new FlowSink(plan.network().sources());
    out.about("uplink " + uplink + " of host " + plan.here().ref());
    var origin = Topology.uplink(plan.here().host(), uplink).origin();
    out.add(Table.ADMIT, 0, origin, Match.all(), Actions.none().normal());
    return out.toString();
  }
}
