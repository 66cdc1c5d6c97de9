package org.vmn.generator.cli;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.diagnostics.Problem;
import org.vmn.dsl.diagnostics.Severity;
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

  /**
   * Of all targets that artifacts are made for, also those that no source names.
   *
   * @param accepted whether the user knows that packets pass which the source forbids
   */
  static List<Problem> of(Network network, boolean accepted) {
    return of(network, network.deployments(), accepted ? Severity.WARNING : Severity.ERROR);
  }

  /**
   * Of the targets that the source names. Who wrote none has promised nothing, and is told only
   * what {@code vmn build} would refuse.
   */
  static List<Problem> stated(Network network) {
    List<Deployment> stated =
        network.deployments().stream().filter(d -> d.origin().isKnown()).toList();
    return stated.isEmpty()
        ? of(network, network.deployments(), Severity.INFO).stream()
            .filter(p -> p.code() == Code.NOT_ENFORCED)
            .toList()
        : of(network, stated, Severity.WARNING);
  }

  private static List<Problem> of(
      Network network, List<Deployment> deployments, Severity unenforced) {
    Set<Target> targets = EnumSet.noneOf(Target.class);
    deployments.forEach(d -> targets.addAll(d.targets()));
    List<Problem> limits = new ArrayList<>();
    if (targets.contains(Target.OVS)) {
      Limitations.of(Forwarding.of(network), Layout.of(network))
          .forEach(l ->
              limits.add(
                  l.unenforced()
                      ? unenforced(Target.OVS, l.origin(), l.message(), unenforced)
                      : problem(Code.TARGET_CANNOT, Target.OVS, l.origin(), l.message())));
    }
    Capabilities.shortfalls(network, targets)
        .forEach(s ->
            limits.add(
                s.unenforced()
                    ? unenforced(s.target(), s.origin(), s.message(), unenforced)
                    : problem(Code.TARGET_CANNOT, s.target(), s.origin(), s.message())));
    return limits.stream().distinct().toList();
  }

  private static Problem unenforced(
      Target target, Origin origin, String message, Severity severity) {
    return problem(Code.NOT_ENFORCED, target, origin, message)
        .severity(severity)
        .help("`vmn build --allow-unenforced` builds without it; proofs then promise too much");
  }

  private static Problem problem(Code code, Target target, Origin origin, String message) {
    String name = target.name().toLowerCase(Locale.ROOT);
    return Problem.of(code, origin, "on " + name + ", " + message);
  }
}
