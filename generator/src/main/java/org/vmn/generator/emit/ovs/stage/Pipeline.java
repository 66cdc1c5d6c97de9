package org.vmn.generator.emit.ovs.stage;

import java.util.List;
import org.vmn.generator.emit.ovs.flow.FlowSink;
import org.vmn.generator.emit.ovs.plan.HostPlan;

/** The flows of a host's integration bridge. */
public final class Pipeline {
  private static final List<Stage> STAGES =
      List.of(
          new Admission(),
          new GuestGuard(),
          new WireGuard(),
          new Learning(),
          new Neighbours(),
          new Tracking(),
          PolicyStage.OUT,
          new HairpinBack(),
          new Bridging(),
          new RouterEntry(),
          new Routing(),
          new Balance(),
          new Crossing(),
          new Asking(),
          new FirewallLists(),
          new Outside(),
          new SourceTranslation(),
          new NextHops(),
          new Resolution(),
          new Delivery(),
          new Restoration(),
          new Hairpin(),
          new Border(),
          PolicyStage.IN,
          new Output());

  private Pipeline() {}

  public static void emit(HostPlan plan, FlowSink out) {
    STAGES.forEach(stage -> stage.emit(plan, out));
  }
}
