package org.vmn.generator.analyze;

import java.util.function.Consumer;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.diagnostics.Problem;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.network.Chain;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.network.Member;

/** Machines that a chain steers through, and that are on no segment. */
final class DetachedStages implements Pass {
  @Override
  public void check(Forwarding forwarding, Consumer<Problem> out) {
    for (Chain chain : forwarding.network().chains()) {
      for (Chain.Stage stage : chain.stages()) {
        for (Member.Machines member : stage.instances()) {
          Machine machine = forwarding.sets().machine(member.machine());
          if (machine.nics().isEmpty()) {
            out.accept(
                Problem.of(
                        Code.WRONG_KIND,
                        stage.origin(),
                        "`" + machine.name() + "` has no adapter, so nothing can go through it")
                    .label(machine.origin(), "`" + machine.name() + "` is declared here")
                    .help("put it on a segment: `nic lan`"));
          }
        }
      }
    }
  }
}
