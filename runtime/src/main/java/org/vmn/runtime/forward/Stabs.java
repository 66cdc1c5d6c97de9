package org.vmn.runtime.forward;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.vmn.runtime.value.Ip;
import org.vmn.runtime.value.IpRange;
import org.vmn.runtime.value.IpSet;

/** Which of many sets hold an address: all borders in order, with the sets between each two. */
final class Stabs {
  /** Times the borders that may be noted; sets that overlap more are looked at one by one. */
  private static final int DEPTH = 16;

  private final IpSet[] sets;
  private final Ip[] borders;

  /** The sets between a border and the next. */
  private final int[][] inside;

  /** Sets that span too many borders to be noted at each. */
  private final int[] wide;

  Stabs(IpSet[] sets) {
    this.sets = sets;
    borders = borders(sets);
    int[] spans = Arrays.stream(sets).mapToInt(this::span).toArray();
    int[] narrowestFirst =
        IntStream.range(0, sets.length)
            .boxed()
            .sorted(Comparator.comparingInt(s -> spans[s]))
            .mapToInt(s -> s)
            .toArray();
    long left = (long) DEPTH * borders.length;
    int narrow = 0;
    while (narrow < narrowestFirst.length && left >= spans[narrowestFirst[narrow]]) {
      left -= spans[narrowestFirst[narrow++]];
    }
    wide = Arrays.copyOfRange(narrowestFirst, narrow, narrowestFirst.length);
    inside = inside(Arrays.copyOf(narrowestFirst, narrow));
  }

  private static Ip[] borders(IpSet[] sets) {
    int ranges = Arrays.stream(sets).mapToInt(s -> s.ranges().size()).sum();
    Ip[] all = new Ip[2 * ranges + 2];
    int n = 0;
    for (Ip.Family family : Ip.Family.values()) {
      all[n++] = Ip.lowest(family);
    }
    for (IpSet set : sets) {
      for (IpRange range : set.ranges()) {
        all[n++] = range.first();
        if (!range.last().equals(Ip.highest(range.last().family()))) {
          all[n++] = range.last().next();
        }
      }
    }
    Arrays.sort(all, 0, n);
    int unique = 0;
    for (int i = 0; i < n; i++) {
      if (i == 0 || !all[i].equals(all[i - 1])) {
        all[unique++] = all[i];
      }
    }
    return Arrays.copyOf(all, unique);
  }

  private int span(IpSet set) {
    int span = 0;
    for (IpRange range : set.ranges()) {
      span += find(range.last()) - find(range.first()) + 1;
    }
    return span;
  }

  private int[][] inside(int[] narrow) {
    int[] counts = new int[borders.length];
    for (int set : narrow) {
      for (IpRange range : sets[set].ranges()) {
        int last = find(range.last());
        for (int at = find(range.first()); at <= last; at++) {
          counts[at]++;
        }
      }
    }
    int[][] all = new int[borders.length][];
    Arrays.setAll(all, at -> new int[counts[at]]);
    for (int set : narrow) {
      for (IpRange range : sets[set].ranges()) {
        int last = find(range.last());
        for (int at = find(range.first()); at <= last; at++) {
          all[at][--counts[at]] = set;
        }
      }
    }
    return all;
  }

  private int find(Ip ip) {
    int at = Arrays.binarySearch(borders, ip);
    return at >= 0 ? at : -at - 2;
  }

  /** Each set that holds the address, once. */
  void forEach(Ip ip, IntConsumer action) {
    for (int set : inside[find(ip)]) {
      action.accept(set);
    }
    for (int set : wide) {
      if (sets[set].contains(ip)) {
        action.accept(set);
      }
    }
  }
}
