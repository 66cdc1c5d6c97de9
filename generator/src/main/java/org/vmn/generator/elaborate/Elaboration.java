package org.vmn.generator.elaborate;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.diagnostics.Problem;
import org.vmn.generator.lock.Lock;
import org.vmn.runtime.network.Network;

/**
 * What elaboration gives.
 *
 * @param network null exactly when there are errors
 * @param lock what has been chosen, to be kept for the next time
 */
public record Elaboration(@Nullable Network network, List<Problem> problems, Lock lock) {
  public Elaboration {
    problems = List.copyOf(problems);
  }

  static boolean anyError(List<Problem> problems) {
    return problems.stream().anyMatch(Problem::isError);
  }
}
