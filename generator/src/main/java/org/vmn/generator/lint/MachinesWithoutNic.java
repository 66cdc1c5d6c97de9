package org.vmn.generator.lint;

import java.util.function.Consumer;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.diagnostics.Problem;
import org.vmn.runtime.network.Machine;

/** Machines that are on no network at all. */
final class MachinesWithoutNic implements Check {
  @Override
  public void check(Subject subject, Consumer<Problem> out) {
    for (Machine machine : subject.network().machines()) {
      if (machine.nics().isEmpty()) {
        out.accept(
            Problem.of(
                    Code.MACHINE_WITHOUT_NIC,
                    machine.origin(),
                    "`" + machine.name() + "` is on no segment, so nothing reaches it")
                .help("put it on one with `nic SEGMENT`"));
      }
    }
  }
}
