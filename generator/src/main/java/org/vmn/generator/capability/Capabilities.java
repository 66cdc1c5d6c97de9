package org.vmn.generator.capability;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vmn.runtime.network.Deployment.Target;
import org.vmn.runtime.network.Network;

/**
 * The table of what targets do. A feature comes in here with the test that holds its artifacts to
 * what the language says of it, and not before.
 */
public final class Capabilities {
  private static final Map<Target, Set<Feature>> DONE =
      Map.of(
          Target.LIBVIRT,
          Set.of(
              Feature.NAME_SERVERS,
              Feature.NUMA,
              Feature.PINNING,
              Feature.HUGEPAGES,
              Feature.FILES_AND_PACKAGES),
          Target.OVS,
          Set.of(Feature.ISOLATION, Feature.FIREWALL, Feature.QUARANTINE, Feature.PRIORITY));

  private Capabilities() {}

  public static boolean can(Target target, Feature feature) {
    return DONE.getOrDefault(target, Set.of()).contains(feature);
  }

  /** What the network asks for and none of these targets does, feature by feature. */
  public static List<Shortfall> shortfalls(Network network, Collection<Target> targets) {
    if (targets.isEmpty()) {
      return List.of();
    }
    return Arrays.stream(Feature.values())
        .filter(f -> targets.stream().noneMatch(t -> can(t, f)))
        .flatMap(f -> f.shortfalls(network, responsible(f, targets)))
        .toList();
  }

  private static Target responsible(Feature feature, Collection<Target> targets) {
    return targets.contains(feature.owner()) ? feature.owner() : targets.iterator().next();
  }
}
