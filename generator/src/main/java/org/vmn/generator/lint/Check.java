package org.vmn.generator.lint;

import java.util.function.Consumer;
import org.vmn.dsl.diagnostics.Problem;

/** Looks for one kind of thing that is off. */
@FunctionalInterface
interface Check {
  void check(Subject subject, Consumer<Problem> out);
}
