package org.vmn.generator.analyze;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vmn.runtime.forward.Filter;
import org.vmn.runtime.forward.Selection;
import org.vmn.runtime.value.IpSet;

/** Connections from some addresses to others on some ports: a box in three dimensions. */
record Region(IpSet from, IpSet to, Ports ports) {
  static Region of(Filter.Clause clause) {
    return new Region(clause.from(), clause.to(), Ports.of(clause.traffic()));
  }

  static Region of(Selection selection) {
    return new Region(selection.from(), selection.to(), Ports.of(selection.traffic()));
  }

  private boolean isEmpty() {
    return from.isEmpty() || to.isEmpty() || ports.isEmpty();
  }

  boolean overlaps(Region other) {
    return from.meets(other.from) && to.meets(other.to) && !ports.and(other.ports).isEmpty();
  }

  /** What of it is from some addresses to others; empty when that is nothing. */
  Optional<Region> within(IpSet sources, IpSet destinations) {
    Region part = new Region(from.intersect(sources), to.intersect(destinations), ports);
    return part.isEmpty() ? Optional.empty() : Optional.of(part);
  }

  /** What is in this region and not in the other: up to three boxes. */
  List<Region> minus(Region other) {
    if (!overlaps(other)) {
      return List.of(this);
    }
    IpSet sources = from.intersect(other.from);
    IpSet destinations = to.intersect(other.to);
    List<Region> left = new ArrayList<>();
    add(new Region(from.minus(other.from), to, ports), left);
    add(new Region(sources, to.minus(other.to), ports), left);
    add(new Region(sources, destinations, ports.minus(other.ports)), left);
    return left;
  }

  private static void add(Region region, List<Region> to) {
    if (!region.isEmpty()) {
      to.add(region);
    }
  }
}
