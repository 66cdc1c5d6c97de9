package org.vmn.runtime.explore;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.network.Placement;
import org.vmn.runtime.network.Ref;

/**
 * Which replicas stand for all that are up. Where hosts make no difference the first two do; else
 * the first two of each group of hosts that the wires treat alike. Cost grows with hosts, not with
 * replicas.
 */
final class Survivors {
  private static final int ENOUGH = 2;

  private final Forwarding tables;
  private final Map<Ref, String> groups = new HashMap<>();

  Survivors(Forwarding tables) {
    this.tables = tables;
  }

  /**
   * Zero-based numbers of replicas, at most two in each list, ascending; a list for each group of
   * hosts that has one. Empty when none is up.
   */
  List<List<Integer>> of(Machine machine, int first, int last) {
    if (tables.outage().isEmpty() && tables.underlay().isIntact()) {
      return List.of(first == last ? List.of(first) : List.of(first, first + 1));
    }
    Map<String, List<Integer>> found = new LinkedHashMap<>();
    for (Placement.Slot slot : machine.placement().slots(first, last)) {
      if (!tables.outage().host(slot.host())) {
        add(machine, slot, found.computeIfAbsent(group(slot.host()), g -> new ArrayList<>()));
      }
    }
    return found.values().stream()
        .map(l -> l.stream().sorted().limit(ENOUGH).toList())
        .filter(l -> !l.isEmpty())
        .toList();
  }

  /** The first replicas on one host that are up. */
  private void add(Machine machine, Placement.Slot slot, List<Integer> found) {
    int missing = ENOUGH;
    for (int i = slot.first(); i <= slot.last() && missing > 0; i += slot.step()) {
      if (!tables.outage().machine(machine, i)) {
        found.add(i);
        missing--;
      }
    }
  }

  private String group(Ref host) {
    return groups.computeIfAbsent(host, h -> tables.underlay().group(h));
  }
}
