package org.vmn.generator.emit.ovs.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Nic;
import org.vmn.runtime.network.Uplink;

/**
 * The queues of an uplink, one for each priority, on a host whose network has priorities: what does
 * not fit waits there, and goes out by traffic class.
 */
public final class Queues {
  private static final int PRIORITIES = 8;

  private Queues() {}

  /**
   * One queue.
   *
   * @param number the priority
   * @param order 0 for the queue that is served first
   */
  public record Queue(int number, int order) {}

  /** Whether any adapter states one; else nothing is written about them. */
  public static boolean are(Network network) {
    return network.machines().stream()
        .flatMap(m -> m.nics().stream())
        .anyMatch(n -> n.priority() > 0);
  }

  public static List<Queue> all() {
    List<Queue> all = new ArrayList<>();
    for (int priority = 0; priority < PRIORITIES; priority++) {
      all.add(new Queue(priority, PRIORITIES - 1 - Nic.trafficClass(priority)));
    }
    return all;
  }

  /** Those of a host's uplinks in use whose speed is stated: without one nobody knows what fits. */
  public static List<Uplink> uplinks(HostPlan plan, Set<String> used) {
    if (!are(plan.network())) {
      return List.of();
    }
    return plan.here().host().uplinks().stream()
        .filter(u -> used.contains(u.name()) && u.bitsPerSecond() > 0)
        .toList();
  }
}
