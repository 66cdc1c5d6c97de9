package org.vmn.generator.lint;

import java.util.function.Consumer;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.diagnostics.Problem;
import org.vmn.runtime.network.Balancer;
import org.vmn.runtime.network.Policy;

/** Balancers that the policy lets nobody connect to. */
final class UnreachableBalancers implements Check {
  @Override
  public void check(Subject subject, Consumer<Problem> out) {
    Policy policy = subject.network().policy();
    if (policy.allowByDefault()) {
      return;
    }
    for (Balancer balancer : subject.network().balancers()) {
      boolean allowed =
          subject.forwarding().filter().clauses().stream()
              .filter(c -> c.rule().action() == Policy.Action.ALLOW)
              .anyMatch(c -> c.to().contains(balancer.address()));
      if (!allowed) {
        out.accept(
            Problem.of(
                    Code.UNREACHABLE_BALANCER,
                    balancer.origin(),
                    "no `allow` lets anybody reach `" + balancer.name() + "`")
                .label(policy.origin(), "refused unless a rule allows it")
                .help("write for instance `allow any -> " + balancer.name() + "`"));
      }
    }
  }
}
