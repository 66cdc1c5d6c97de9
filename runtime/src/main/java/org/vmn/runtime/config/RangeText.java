package org.vmn.runtime.config;

import java.util.List;
import org.vmn.runtime.value.IpRange;
import org.vmn.runtime.value.Prefix;

/** A range as people write it: a prefix where it is one, else an address or {@code first-last}. */
final class RangeText {
  private RangeText() {}

  static IpRange parse(String text) {
    return text.indexOf('/') >= 0 ? Prefix.parse(text).range() : IpRange.parse(text);
  }

  static String format(IpRange range) {
    List<Prefix> prefixes = range.prefixes();
    boolean single = range.first().equals(range.last());
    return prefixes.size() == 1 && !single ? prefixes.get(0).toString() : range.toString();
  }
}
