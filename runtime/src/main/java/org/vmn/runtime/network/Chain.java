package org.vmn.runtime.network;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Connections that are steered through machines on their way, one of each stage in turn. The
 * machines pass packets on unchanged, answers in reverse order.
 *
 * @param traffic which connections, or null for all
 * @param failOpen whether connections go on without a stage of which no machine is up, instead of
 *     being dropped
 */
public record Chain(
    String name,
    Endpoints from,
    Endpoints to,
    @Nullable Traffic traffic,
    List<Stage> stages,
    boolean failOpen,
    Origin origin) {

  public Chain {
    stages = List.copyOf(stages);
  }

  /**
   * One network function.
   *
   * @param instances of which any may be chosen for a connection
   */
  public record Stage(List<Member.Machines> instances, Origin origin) {
    public Stage {
      instances = List.copyOf(instances);
    }
  }
}
