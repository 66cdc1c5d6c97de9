package org.vmn.generator.cli;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.diagnostics.Problem;
import org.vmn.generator.capability.Capabilities;
import org.vmn.generator.emit.ovs.Limitations;
import org.vmn.generator.layout.Layout;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.network.Deployment;
import org.vmn.runtime.network.Deployment.Target;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Origin;

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
    Set<Target> targets = EnumSet.noneOf(Target.class);
    deployments.forEach(d -> targets.addAll(d.targets()));
    List<Problem> limits = new ArrayList<>();
    if (targets.contains(Target.OVS)) {
      Limitations.of(Forwarding.of(network), Layout.of(network))
          .forEach(l -> limits.add(problem(Target.OVS, l.origin(), l.message())));
    }
    Capabilities.shortfalls(network, targets)
        .forEach(s -> limits.add(problem(s.target(), s.origin(), s.message())));
    return limits.stream().distinct().toList();
  }

  private static Problem problem(Target target, Origin origin, String message) {
    String name = target.name().toLowerCase(Locale.ROOT);
    return Problem.of(Code.TARGET_CANNOT, origin, "on " + name + ", " + message);
  }
}
