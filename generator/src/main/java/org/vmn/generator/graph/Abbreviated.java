package org.vmn.generator.graph;

import java.util.ArrayList;
import java.util.List;
import org.vmn.runtime.network.Addresses;
import org.vmn.runtime.value.Ip;
import org.vmn.runtime.value.IpRange;
import org.vmn.runtime.value.Prefix;

/**
 * Addresses as they are written into plans: the subnet stands at the segment, and an address says
 * what it adds to that: {@code .10}, {@code .3.7}, {@code ::10}.
 */
final class Abbreviated {
  private static final int MOST = 3;
  private static final int OCTET = 8;

  private Abbreviated() {}

  static String address(Ip address, List<Prefix> subnets) {
    String text = address.toString();
    for (Prefix subnet : subnets) {
      if (subnet.contains(address)) {
        return address.isV4() ? octets(text, subnet.length()) : groups(text, subnet);
      }
    }
    return text;
  }

  static String addresses(List<Ip> addresses, List<Prefix> subnets) {
    return String.join(", ", addresses.stream().map(a -> address(a, subnets)).toList());
  }

  /** Those of an adapter's replicas: {@code .2–.5, ::2–::5}. */
  static String ranges(List<Addresses> all, List<Prefix> subnets) {
    List<String> parts = new ArrayList<>();
    for (Addresses addresses : all) {
      List<IpRange> ranges = addresses.ranges();
      ranges.stream().limit(MOST).forEach(r -> parts.add(range(r, subnets)));
      if (ranges.size() > MOST) {
        parts.add("…");
      }
    }
    return String.join(", ", parts);
  }

  private static String range(IpRange range, List<Prefix> subnets) {
    String first = address(range.first(), subnets);
    return range.first().equals(range.last())
        ? first
        : first + "–" + address(range.last(), subnets);
  }

  private static String octets(String text, int length) {
    int from = 0;
    for (int i = 0; i < length / OCTET && i < 3; i++) {
      from = text.indexOf('.', from + 1);
    }
    return text.substring(from);
  }

  /** Where the text of the subnet begins that of the address, as it does in the usual spelling. */
  private static String groups(String text, Prefix subnet) {
    String base = subnet.first().toString();
    String start = base.endsWith("::") ? base.substring(0, base.length() - 2) : base;
    return text.startsWith(start + "::") ? text.substring(start.length()) : text;
  }
}
