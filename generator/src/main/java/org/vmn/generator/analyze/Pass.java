package org.vmn.generator.analyze;

import java.util.function.Consumer;
import org.vmn.dsl.diagnostics.Problem;
import org.vmn.runtime.forward.Forwarding;

/** Looks at a whole network for one kind of mistake. */
@FunctionalInterface
interface Pass {
  void check(Forwarding forwarding, Consumer<Problem> out);
}
