package org.vmn.runtime.prove.atoms;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.vmn.runtime.value.Ip;
import org.vmn.runtime.value.Prefix;

/**
 * The fewest classes of addresses of which every output port of every device forwards all or none:
 * the atomic predicates of Yang and Lam, "Real-time verification of network properties using atomic
 * predicates" (2013).
 */
final class AtomicPredicates {
  private AtomicPredicates() {}

  /**
   * @param ports where what matches goes; several for multicast or equal-cost paths
   */
  record Rule(Prefix prefix, List<String> ports) {
    Rule {
      ports = List.copyOf(ports);
    }
  }

  /**
   * How many there are in the families that rules speak of.
   *
   * @param tables one for each device; the longest prefix decides
   */
  static int count(Collection<List<Rule>> tables) {
    AddressAtoms.Builder borders = new AddressAtoms.Builder();
    tables.forEach(table -> table.forEach(rule -> borders.cut(rule.prefix().range())));
    AddressAtoms atoms = borders.build();
    Partition partition = new Partition(atoms.size());
    for (List<Rule> table : tables) {
      Map<List<String>, Integer> behaviours = new HashMap<>();
      List<LongestPrefix.Entry> entries = new ArrayList<>(table.size());
      for (Rule rule : table) {
        int value = behaviours.computeIfAbsent(rule.ports(), p -> behaviours.size());
        entries.add(new LongestPrefix.Entry(rule.prefix(), value));
      }
      partition.refine(LongestPrefix.values(entries, atoms));
    }
    return count(tables, atoms, partition);
  }

  private static int count(Collection<List<Rule>> tables, AddressAtoms atoms, Partition partition) {
    Set<Ip.Family> families = EnumSet.noneOf(Ip.Family.class);
    tables.forEach(table -> table.forEach(r -> families.add(r.prefix().address().family())));
    return (int)
        IntStream.range(0, atoms.size())
            .filter(atom -> families.contains(atoms.first(atom).family()))
            .map(partition::classOf)
            .distinct()
            .count();
  }
}
