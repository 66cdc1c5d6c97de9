package org.vmn.runtime.claims;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.network.Claim.Resource;
import org.vmn.runtime.network.Disk;
import org.vmn.runtime.network.Element;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.network.Placement;
import org.vmn.runtime.network.Protect;
import org.vmn.runtime.network.Ref;

/**
 * What machines take of each host. Those whose host is down run again where they are protected: on
 * the first host of the list that is up. Cost grows with hosts, not with replicas.
 */
final class Occupancy {
  private final Forwarding tables;
  private final Map<Ref, Map<String, Double>> used = new HashMap<>();

  Occupancy(Forwarding tables, Resource resource) {
    this.tables = tables;
    for (Machine machine : tables.network().machines()) {
      double each = each(machine, resource);
      int begin = 0;
      for (Placement.Block block : machine.placement().blocks()) {
        int hosts = block.hosts().size();
        for (int slot = 0; slot < Math.min(hosts, block.count()); slot++) {
          int count = (block.count() - slot - 1) / hosts + 1 - down(machine, begin, block, slot);
          Ref on = runsOn(machine, block.hosts().get(slot));
          if (on != null) {
            used.computeIfAbsent(on, h -> new LinkedHashMap<>())
                .merge(machine.name(), count * each, Double::sum);
          }
        }
        begin += block.count();
      }
    }
  }

  /** What each machine takes of a host, by the machine's name. */
  Map<String, Double> of(Ref host) {
    return used.getOrDefault(host, Map.of());
  }

  private static double each(Machine machine, Resource resource) {
    return switch (resource) {
      case CPU -> machine.cpu();
      case MEMORY -> machine.memoryBytes();
      default -> machine.disks().stream().mapToDouble(Disk::sizeBytes).sum();
    };
  }

  /** How many replicas of a block on one of its hosts have themselves failed. */
  private int down(Machine machine, int begin, Placement.Block block, int slot) {
    int hosts = block.hosts().size();
    return (int)
        tables.outage().elements().stream()
            .filter(
                e -> e instanceof Element.OfMachine m && m.machine().name().equals(machine.name()))
            .map(e -> ((Element.OfMachine) e).machine().offset() - begin)
            .filter(offset -> 0 <= offset && offset < block.count() && offset % hosts == slot)
            .count();
  }

  private @Nullable Ref runsOn(Machine machine, Ref host) {
    if (!tables.outage().host(host)) {
      return host;
    }
    Protect protect = machine.protect();
    return protect == null
        ? null
        : protect.to().stream().filter(h -> !tables.outage().host(h)).findFirst().orElse(null);
  }
}
