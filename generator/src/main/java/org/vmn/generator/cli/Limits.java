package org.vmn.generator.cli;

import java.util.List;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.diagnostics.Problem;
import org.vmn.generator.emit.ovs.Limitation;
import org.vmn.generator.emit.ovs.Limitations;
import org.vmn.generator.layout.Layout;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.network.Deployment;
import org.vmn.runtime.network.Deployment.Target;
import org.vmn.runtime.network.Network;

/** What a network asks for and the targets that it is deployed on can't do. */
final class Limits {
  private Limits() {}

  /** Of all targets that artifacts are made for, also those that no source names. */
  static List<Problem> of(Network network) {
    return of(network, network.deployments());
  }

  /** Of the targets that the source names: who wrote none has promised nothing. */
  static List<Problem> stated(Network network) {
    return of(network, network.deployments().stream().filter(d -> d.origin().isKnown()).toList());
  }

  private static List<Problem> of(Network network, List<Deployment> deployments) {
    if (deployments.stream().noneMatch(d -> d.targets().contains(Target.OVS))) {
      return List.of();
    }
    return Limitations.of(Forwarding.of(network), Layout.of(network)).stream()
        .distinct()
        .map(Limits::problem)
        .toList();
  }

  private static Problem problem(Limitation limitation) {
    return Problem.of(Code.TARGET_CANNOT, limitation.origin(), "on ovs, " + limitation.message());
  }
}
