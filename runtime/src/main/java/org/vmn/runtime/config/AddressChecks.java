package org.vmn.runtime.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vmn.runtime.network.Addresses;
import org.vmn.runtime.value.IpRange;

/** Addresses of replicas: as many as there are replicas, and each of one adapter only. */
final class AddressChecks {
  private final Report report;
  private final Map<String, List<Owned>> bySegment = new HashMap<>();

  private record Owned(IpRange range, String path) {}

  AddressChecks(Report report) {
    this.report = report;
  }

  static void enough(Report report, String path, Addresses addresses, int count) {
    long sum = 0;
    for (IpRange range : addresses.ranges()) {
      boolean inside =
          addresses.subnet().contains(range.first()) && addresses.subnet().contains(range.last());
      report.require(inside, path, range + " is not in " + addresses.subnet());
      // A range may be as large as IPv6: count no further than decides.
      sum = Math.min(sum + Math.min(range.size(), Integer.MAX_VALUE), Integer.MAX_VALUE);
    }
    report.require(sum == count, path, "expected " + count + " addresses, found " + sum);
  }

  void own(String segment, String path, Addresses addresses) {
    List<Owned> owned = bySegment.computeIfAbsent(segment, s -> new ArrayList<>());
    addresses.ranges().forEach(range -> owned.add(new Owned(range, path)));
  }

  /** To be called once all are owned. */
  void disjoint() {
    for (List<Owned> all : bySegment.values()) {
      all.sort(Comparator.comparing(o -> o.range().first()));
      for (int i = 1; i < all.size(); i++) {
        Owned before = all.get(i - 1);
        Owned owned = all.get(i);
        report.require(
            !before.range().overlaps(owned.range()),
            owned.path(),
            owned.range() + " shares addresses with " + before.path());
      }
    }
  }
}
