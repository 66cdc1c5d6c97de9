package org.vmn.generator.emit.ovs;

import java.util.function.Consumer;
import org.vmn.generator.emit.Artifact;
import org.vmn.generator.emit.Emitter;
import org.vmn.generator.emit.ovs.bridge.BridgesScript;
import org.vmn.generator.emit.ovs.bridge.UplinkBridges;
import org.vmn.generator.emit.ovs.flow.FlowSink;
import org.vmn.generator.emit.ovs.plan.HostPlan;
import org.vmn.generator.emit.ovs.plan.Topology;
import org.vmn.generator.emit.ovs.stage.Pipeline;
import org.vmn.generator.layout.HostLayout;
import org.vmn.generator.layout.Layout;
import org.vmn.generator.layout.Names;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.network.Network;

/** For each host, the script that makes its bridges, and the flows of each bridge. */
public final class OvsEmitter implements Emitter {
  @Override
  public void emit(Forwarding forwarding, Layout layout, Consumer<Artifact> files) {
    Topology topology = new Topology(forwarding, layout);
    for (HostLayout host : layout.hosts()) {
      HostPlan plan = new HostPlan(topology, host);
      String folder = "hosts/" + host.folder() + "/ovs/";
      files.accept(Artifact.script(folder + "bridges.sh", BridgesScript.of(plan)));
      files.accept(
          Artifact.text(
              folder + "flows/" + Names.bridge(forwarding.network()) + ".flows", flows(plan)));
      for (String uplink : UplinkBridges.of(plan)) {
        String flows = UplinkBridges.flows(plan, uplink);
        files.accept(
            Artifact.text(folder + "flows/" + Names.uplinkBridge(uplink) + ".flows", flows));
      }
    }
  }

  private static String flows(HostPlan plan) {
    Network network = plan.network();
    FlowSink out = new FlowSink(network.sources());
    out.about("integration bridge of host " + plan.here().ref() + " in network " + network.name());
    Pipeline.emit(plan, out);
    return out.toString();
  }
}
