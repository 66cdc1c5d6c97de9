package org.vmn.runtime.campaign;

import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Scenario;

/**
 * One of the situations that a campaign compares.
 *
 * @param label what tells it from the others, such as {@code count=4}; empty when there is one only
 * @param scenario one of the network's, perhaps with failures of this variant's own
 * @param failures how many random failures each run has besides, 0 or more
 */
public record Variant(String label, Network network, Scenario scenario, int failures) {
  public Variant {
    if (failures < 0 || failures > RandomFailures.MOST) {
      throw new IllegalArgumentException(failures + " random failures");
    }
  }
}
