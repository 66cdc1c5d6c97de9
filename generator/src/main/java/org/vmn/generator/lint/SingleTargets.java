package org.vmn.generator.lint;

import java.util.function.Consumer;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.diagnostics.Problem;
import org.vmn.runtime.network.Balancer;

/** Balancers with nothing to balance over. */
final class SingleTargets implements Check {
  @Override
  public void check(Subject subject, Consumer<Problem> out) {
    for (Balancer balancer : subject.network().balancers()) {
      long targets = balancer.targets().stream().mapToLong(t -> t.last() - t.first() + 1L).sum();
      if (targets == 1) {
        String target = balancer.targets().get(0).machine();
        out.accept(
            Problem.of(
                    Code.SINGLE_TARGET,
                    balancer.origin(),
                    "`" + balancer.name() + "` has one target: when it fails, nothing serves")
                .label(subject.forwarding().sets().machine(target).origin(), "the only one")
                .help("give `" + target + "` a count, or add another target"));
      }
    }
  }
}
