package org.vmn.runtime.network;

import java.util.ArrayList;
import java.util.List;
import org.vmn.runtime.value.Ip;
import org.vmn.runtime.value.IpRange;
import org.vmn.runtime.value.IpSet;
import org.vmn.runtime.value.Prefix;

/**
 * The addresses that the replicas of one declaration have in one subnet, as a function of the
 * replica's number.
 *
 * @param subnet the subnet that they belong to
 * @param ranges in order: replica 1 has the first address of the first range. Together as many as
 *     there are replicas
 */
public record Addresses(Prefix subnet, List<IpRange> ranges) {
  public Addresses {
    ranges = List.copyOf(ranges);
  }

  /** The address of the replica with the given zero-based offset. */
  public Ip at(int offset) {
    long left = offset;
    for (IpRange range : ranges) {
      if (0 <= left && left < range.size()) {
        return range.first().plus(left);
      }
      left -= range.size();
    }
    throw new IndexOutOfBoundsException(
        "replica " + (offset + 1L) + " has no address in " + subnet);
  }

  /** The zero-based offset of the replica that has this address, or -1. */
  public int offsetOf(Ip ip) {
    long before = 0;
    for (IpRange range : ranges) {
      if (range.contains(ip)) {
        long distance = range.first().distanceTo(ip);
        return distance <= Integer.MAX_VALUE - before ? (int) (before + distance) : -1;
      }
      before = after(before, range);
    }
    return -1;
  }

  /**
   * The addresses of the replicas from {@code first} to {@code last} (zero-based, both included).
   */
  public IpSet slice(int first, int last) {
    List<IpRange> parts = new ArrayList<>();
    long before = 0;
    for (IpRange range : ranges) {
      long from = Math.max(first - before, 0);
      long to = Math.min(last - before, range.size() - 1);
      if (from <= to) {
        parts.add(new IpRange(range.first().plus(from), range.first().plus(to)));
      }
      before = after(before, range);
    }
    return IpSet.of(parts);
  }

  /**
   * No replica has a number above this: a range of IPv6 may hold more addresses than a long can
   * count.
   */
  private static long after(long before, IpRange range) {
    long most = Integer.MAX_VALUE + 1L;
    return Math.min(before + Math.min(range.size(), most), most);
  }
}
