package org.vmn.generator.emit.ovs.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.vmn.runtime.value.Ip;
import org.vmn.runtime.value.IpRange;
import org.vmn.runtime.value.IpSet;

/**
 * Sets cut into pieces that don't overlap, each of which lies wholly inside or outside of every
 * set.
 */
final class Atoms {
  private Atoms() {}

  /**
   * A piece.
   *
   * @param members the numbers of the sets that it lies in, ascending; at least one
   */
  record Atom<T>(T piece, List<Integer> members) {}

  /** Pieces of address sets of one family, ascending. */
  static List<Atom<IpRange>> ofAddresses(Map<Integer, IpSet> sets) {
    TreeMap<Ip, List<Integer>> begins = new TreeMap<>();
    TreeMap<Ip, List<Integer>> ends = new TreeMap<>();
    sets.forEach((number, set) -> {
      for (IpRange range : set.ranges()) {
        begins.computeIfAbsent(range.first(), i -> new ArrayList<>()).add(number);
        ends.computeIfAbsent(range.last(), i -> new ArrayList<>()).add(number);
      }
    });
    List<Atom<IpRange>> atoms = new ArrayList<>();
    TreeSet<Integer> inside = new TreeSet<>();
    while (!ends.isEmpty()) {
      Ip from = inside.isEmpty() ? begins.firstKey() : atoms.getLast().piece().last().next();
      List<Integer> entering = begins.remove(from);
      if (entering != null) {
        inside.addAll(entering);
      }
      Ip to = ends.firstKey();
      if (!begins.isEmpty() && begins.firstKey().compareTo(to) <= 0) {
        to = begins.firstKey().previous();
      }
      atoms.add(new Atom<>(new IpRange(from, to), List.copyOf(inside)));
      List<Integer> leaving = ends.remove(to);
      if (leaving != null) {
        leaving.forEach(inside::remove);
      }
    }
    return atoms;
  }

  /** A range of numbers. */
  record Range(int first, int last) {}

  /** A block of numbers that agree in the bits of a mask. */
  record Block(int value, int mask) {}

  /** Pieces of sets of ports, ascending. */
  static List<Atom<Range>> ofPorts(Map<Integer, List<Range>> sets) {
    TreeSet<Integer> cuts = new TreeSet<>();
    sets.values()
        .forEach(ranges ->
            ranges.forEach(r -> {
              cuts.add(r.first());
              cuts.add(r.last() + 1);
            }));
    List<Atom<Range>> atoms = new ArrayList<>();
    Integer from = cuts.pollFirst();
    while (from != null) {
      Integer to = cuts.pollFirst();
      if (to != null) {
        int at = from;
        List<Integer> members = new ArrayList<>();
        new TreeMap<>(sets)
            .forEach((number, ranges) -> {
              if (ranges.stream().anyMatch(r -> r.first() <= at && at <= r.last())) {
                members.add(number);
              }
            });
        if (!members.isEmpty()) {
          atoms.add(new Atom<>(new Range(from, to - 1), List.copyOf(members)));
        }
      }
      from = to;
    }
    return atoms;
  }

  /** The fewest blocks that make up a range of ports. */
  static List<Block> blocks(Range range) {
    List<Block> blocks = new ArrayList<>();
    int at = range.first();
    while (at <= range.last()) {
      int size = at == 0 ? 0x10000 : Integer.lowestOneBit(at);
      while (at + size - 1 > range.last()) {
        size >>= 1;
      }
      blocks.add(new Block(at, 0x10000 - size & 0xffff));
      at += size;
    }
    return blocks;
  }
}
