package org.vmn.runtime.prove;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.network.Balancer;
import org.vmn.runtime.network.Traffic;
import org.vmn.runtime.prove.rows.Points;

/**
 * Traffic from one point to another, both included.
 *
 * @param first as in {@link Points}
 */
record Interval(int first, int last) {
  private static final List<Interval> EVERYTHING = List.of(new Interval(0, Points.LAST));

  /**
   * What traffic means towards a destination, ascending and disjoint.
   *
   * @param balancer the destination, or null for anything else
   */
  static List<Interval> of(@Nullable Traffic traffic, @Nullable Balancer balancer) {
    if (traffic != null) {
      return merged(traffic.matches());
    }
    if (balancer == null) {
      return EVERYTHING;
    }
    int point = Points.of(balancer.protocol(), balancer.port());
    return List.of(new Interval(point, point));
  }

  /** Everything else. */
  static List<Interval> otherThan(List<Interval> intervals) {
    List<Interval> gaps = new ArrayList<>();
    int next = 0;
    for (Interval interval : intervals) {
      if (next < interval.first()) {
        gaps.add(new Interval(next, interval.first() - 1));
      }
      next = interval.last() + 1;
    }
    if (next <= Points.LAST) {
      gaps.add(new Interval(next, Points.LAST));
    }
    return gaps;
  }

  private static List<Interval> merged(List<Traffic.Match> matches) {
    if (matches.size() == 1) {
      return List.of(new Interval(Points.first(matches.get(0)), Points.last(matches.get(0))));
    }
    List<Interval> sorted = new ArrayList<>(matches.size());
    matches.forEach(m -> sorted.add(new Interval(Points.first(m), Points.last(m))));
    sorted.sort(Comparator.comparingInt(Interval::first));
    List<Interval> merged = new ArrayList<>();
    for (Interval interval : sorted) {
      Interval before = merged.isEmpty() ? null : merged.get(merged.size() - 1);
      if (before != null && interval.first() <= before.last() + 1) {
        int last = Math.max(before.last(), interval.last());
        merged.set(merged.size() - 1, new Interval(before.first(), last));
      } else {
        merged.add(interval);
      }
    }
    return merged;
  }
}
