package org.vmn.generator.cli;

import java.util.List;
import org.vmn.dsl.diagnostics.Problem;
import org.vmn.runtime.network.Network;

/** What a network asks for and the targets that it is deployed on can't do. */
final class Limits {
  private Limits() {}

  static List<Problem> of(Network network) {
    return List.of();
  }
}
