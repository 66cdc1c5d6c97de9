package org.vmn.generator.analyze;

import java.util.ArrayList;
import java.util.List;
import org.vmn.dsl.diagnostics.Problem;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.network.Network;

/** All passes over a network. */
public final class Analysis {
  private static final List<Pass> PASSES =
      List.of(
          new WiringLoops(),
          new BlackHoles(),
          new RoutingLoops(),
          new NarrowPaths(),
          new PrivateSources(),
          new UnreachableTargets(),
          new DetachedStages(),
          new UselessRules(),
          new UnreachedRules(),
          new NothingToDecide(),
          new OverlappingExternals());

  private Analysis() {}

  public static List<Problem> of(Network network) {
    Forwarding forwarding = Forwarding.of(network);
    List<Problem> problems = new ArrayList<>();
    for (Pass pass : PASSES) {
      pass.check(forwarding, problems::add);
    }
    return problems;
  }
}
