package org.vmn.runtime.value;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * A set of addresses of both families, as sorted, disjoint ranges that don't touch: equal sets are
 * equal values. All operations are linear in the number of ranges.
 */
public record IpSet(List<IpRange> ranges) {
  public static final IpSet NONE = new IpSet(List.of());
  public static final IpSet ALL = of(List.of(all(Ip.Family.V4), all(Ip.Family.V6)));

  /** Sorts and merges. */
  public IpSet {
    ranges = merge(ranges);
  }

  public static IpSet of(Collection<IpRange> ranges) {
    return new IpSet(List.copyOf(ranges));
  }

  public static IpSet of(Prefix prefix) {
    return new IpSet(List.of(prefix.range()));
  }

  public static IpSet of(Ip ip) {
    return new IpSet(List.of(IpRange.of(ip)));
  }

  private static IpRange all(Ip.Family family) {
    return new IpRange(Ip.lowest(family), Ip.highest(family));
  }

  private static List<IpRange> merge(List<IpRange> ranges) {
    List<IpRange> sorted = new ArrayList<>(ranges);
    sorted.sort(Comparator.comparing(IpRange::first));
    List<IpRange> merged = new ArrayList<>(sorted.size());
    for (IpRange range : sorted) {
      IpRange before = merged.isEmpty() ? null : merged.get(merged.size() - 1);
      if (before != null && touches(before, range)) {
        Ip last = before.last().compareTo(range.last()) >= 0 ? before.last() : range.last();
        merged.set(merged.size() - 1, new IpRange(before.first(), last));
      } else {
        merged.add(range);
      }
    }
    return List.copyOf(merged);
  }

  private static boolean touches(IpRange before, IpRange range) {
    Ip last = before.last();
    return last.family() == range.first().family()
        && (range.first().compareTo(last) <= 0 || last.next().equals(range.first()));
  }

  public boolean isEmpty() {
    return ranges.isEmpty();
  }

  /** Whether some address is in both. */
  public boolean meets(IpSet other) {
    int i = 0;
    int j = 0;
    while (i < ranges.size() && j < other.ranges.size()) {
      IpRange one = ranges.get(i);
      IpRange two = other.ranges.get(j);
      if (one.last().compareTo(two.first()) < 0) {
        i++;
      } else if (two.last().compareTo(one.first()) < 0) {
        j++;
      } else {
        return true;
      }
    }
    return false;
  }

  public boolean contains(Ip ip) {
    int low = 0;
    int high = ranges.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      IpRange range = ranges.get(middle);
      if (range.contains(ip)) {
        return true;
      }
      if (ip.compareTo(range.first()) < 0) {
        high = middle - 1;
      } else {
        low = middle + 1;
      }
    }
    return false;
  }

  /** Whether every address of the other set is in this one. */
  public boolean containsAll(IpSet other) {
    int i = 0;
    for (IpRange range : other.ranges) {
      while (i < ranges.size() && ranges.get(i).last().compareTo(range.last()) < 0) {
        i++;
      }
      if (i == ranges.size()
          || !ranges.get(i).contains(range.first())
          || !ranges.get(i).contains(range.last())) {
        return false;
      }
    }
    return true;
  }

  public IpSet union(IpSet other) {
    List<IpRange> both = new ArrayList<>(ranges);
    both.addAll(other.ranges);
    return new IpSet(both);
  }

  public IpSet intersect(IpSet other) {
    List<IpRange> common = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < ranges.size() && j < other.ranges.size()) {
      IpRange a = ranges.get(i);
      IpRange b = other.ranges.get(j);
      if (a.overlaps(b)) {
        common.add(new IpRange(max(a.first(), b.first()), min(a.last(), b.last())));
      }
      if (a.last().compareTo(b.last()) < 0) {
        i++;
      } else {
        j++;
      }
    }
    return new IpSet(common);
  }

  public IpSet minus(IpSet other) {
    return intersect(other.complement());
  }

  /** Every address of both families that isn't in this set. */
  public IpSet complement() {
    List<IpRange> gaps = new ArrayList<>();
    for (Ip.Family family : Ip.Family.values()) {
      Ip from = Ip.lowest(family);
      boolean open = true;
      for (IpRange range : ranges) {
        if (range.first().family() != family) {
          continue;
        }
        if (from.compareTo(range.first()) < 0) {
          gaps.add(new IpRange(from, range.first().previous()));
        }
        open = !range.last().equals(Ip.highest(family));
        from = range.last().next();
      }
      if (open) {
        gaps.add(new IpRange(from, Ip.highest(family)));
      }
    }
    return new IpSet(gaps);
  }

  /** The part of this set that belongs to one family. */
  public IpSet of(Ip.Family family) {
    return new IpSet(ranges.stream().filter(r -> r.first().family() == family).toList());
  }

  /** The fewest prefixes that cover exactly this set, in ascending order. */
  public List<Prefix> prefixes() {
    return ranges.stream().flatMap(r -> r.prefixes().stream()).toList();
  }

  private static Ip max(Ip a, Ip b) {
    return a.compareTo(b) >= 0 ? a : b;
  }

  private static Ip min(Ip a, Ip b) {
    return a.compareTo(b) <= 0 ? a : b;
  }
}
