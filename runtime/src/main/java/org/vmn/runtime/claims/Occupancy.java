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
      for (Placement.Slot slot : machine.placement().slots(0, machine.count() - 1)) {
        Ref on = runsOn(machine, slot.host());
        if (on != null) {
          used.computeIfAbsent(on, h -> new LinkedHashMap<>())
              .merge(machine.name(), (slot.count() - down(machine, slot)) * each, Double::sum);
        }
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

  /** How many replicas of a slot have themselves failed. */
  private int down(Machine machine, Placement.Slot slot) {
    return (int)
        tables.outage().elements().stream()
            .filter(
                e -> e instanceof Element.OfMachine m && m.machine().name().equals(machine.name()))
            .map(e -> ((Element.OfMachine) e).machine().offset())
            .filter(
                i -> slot.first() <= i && i <= slot.last() && (i - slot.first()) % slot.step() == 0)
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
