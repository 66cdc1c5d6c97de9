package org.vmn.generator.text;

import java.util.ArrayList;
import java.util.List;
import org.vmn.runtime.network.Addresses;
import org.vmn.runtime.network.Nic;
import org.vmn.runtime.network.Ref;
import org.vmn.runtime.network.Replicas;
import org.vmn.runtime.value.IpRange;

/** Many of a kind in few words: {@code kvm[1..3]}, {@code 10.20.0.2 .. 10.20.0.5}. */
public final class Ranges {
  private static final int MOST_RANGES = 4;

  private Ranges() {}

  /** {@code web ×4} or {@code admin}, as pictures say it. */
  public static String times(String name, Replicas replicas) {
    return replicas.indexed() ? name + " ×" + replicas.count() : name;
  }

  /** {@code web[4]} or {@code admin}, as it is declared. */
  public static String declared(String name, Replicas replicas) {
    return replicas.indexed() ? name + "[" + replicas.count() + "]" : name;
  }

  /** {@code web[1..4]}, {@code web[2]} or {@code admin}; offsets from zero, both included. */
  public static String replicas(String name, Replicas replicas, int first, int last) {
    if (!replicas.indexed()) {
      return name;
    }
    return name + "[" + (first + 1) + (first == last ? "" : ".." + (last + 1)) + "]";
  }

  /** References in their order, those that follow one another together. */
  public static String refs(List<Ref> refs) {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < refs.size(); i++) {
      Ref first = refs.get(i);
      while (i + 1 < refs.size() && follows(refs.get(i), refs.get(i + 1))) {
        i++;
      }
      Ref last = refs.get(i);
      parts.add(
          first.equals(last)
              ? first.toString()
              : first.name() + "[" + first.index() + ".." + last.index() + "]");
    }
    return String.join(", ", parts);
  }

  private static boolean follows(Ref a, Ref b) {
    return a.name().equals(b.name()) && a.index() > 0 && b.index() == a.index() + 1;
  }

  /** Addresses of an adapter's replicas, a text for each subnet. */
  public static List<String> addresses(Nic nic) {
    return nic.addresses().stream().map(Ranges::addresses).toList();
  }

  public static String addresses(Addresses addresses) {
    return addresses(addresses.ranges());
  }

  public static String addresses(List<IpRange> ranges) {
    List<String> parts =
        new ArrayList<>(ranges.stream().limit(MOST_RANGES).map(Ranges::range).toList());
    if (ranges.size() > MOST_RANGES) {
      parts.add((ranges.size() - MOST_RANGES) + " more ranges");
    }
    return String.join(", ", parts);
  }

  private static String range(IpRange range) {
    return range.first().equals(range.last())
        ? range.first().toString()
        : range.first() + " .. " + range.last();
  }
}
