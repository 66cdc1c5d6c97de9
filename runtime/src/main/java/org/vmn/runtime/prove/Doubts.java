package org.vmn.runtime.prove;

import java.util.List;
import org.vmn.runtime.network.Nic;

/** What this engine can't decide. It says so; it never guesses. */
final class Doubts {
  private Doubts() {}

  /** Why an assertion about these sources can't be decided; empty when it can. */
  static String about(List<Party> sources, boolean reach) {
    for (Party source : sources) {
      if (source instanceof Party.Virtual virtual) {
        return "balancer `"
            + virtual.balancer().name()
            + "` opens no connections of its own; name its targets";
      }
      if (!reach && source instanceof Party.Replicas r && r.nics().stream().anyMatch(Nic::spoof)) {
        return "`"
            + r.machine().name()
            + "` may send from any address (`spoof`), which this engine doesn't cover";
      }
    }
    return "";
  }
}
