package org.vmn.runtime.value;

import java.util.ArrayList;
import java.util.List;

/** All addresses from {@code first} to {@code last}, both included, of one family. */
public record IpRange(Ip first, Ip last) {

  public IpRange {
    if (first.family() != last.family() || first.compareTo(last) > 0) {
      throw new IllegalArgumentException(first + "-" + last + " is not a range");
    }
  }

  public static IpRange of(Ip single) {
    return new IpRange(single, single);
  }

  /** Parses {@code first-last} or a single address. */
  public static IpRange parse(String text) {
    int dash = text.indexOf('-');
    return dash < 0
        ? of(Ip.parse(text))
        : new IpRange(Ip.parse(text.substring(0, dash)), Ip.parse(text.substring(dash + 1)));
  }

  /** How many addresses, saturating at {@link Long#MAX_VALUE}. */
  public long size() {
    long distance = first.distanceTo(last);
    return distance == Long.MAX_VALUE ? distance : distance + 1;
  }

  public boolean contains(Ip ip) {
    return ip.family() == first.family() && first.compareTo(ip) <= 0 && ip.compareTo(last) <= 0;
  }

  public boolean overlaps(IpRange other) {
    return first.family() == other.first.family()
        && first.compareTo(other.last) <= 0
        && other.first.compareTo(last) <= 0;
  }

  /** The fewest prefixes that cover exactly this range, in ascending order. */
  public List<Prefix> prefixes() {
    List<Prefix> prefixes = new ArrayList<>();
    Ip at = first;
    while (true) {
      int length = at.family().bits();
      while (length > 0 && fits(at, length - 1)) {
        length--;
      }
      Prefix prefix = Prefix.around(at, length);
      prefixes.add(prefix);
      if (prefix.last().equals(last)) {
        return prefixes;
      }
      at = prefix.last().next();
    }
  }

  private boolean fits(Ip at, int length) {
    Prefix wider = Prefix.around(at, length);
    return wider.first().equals(at) && wider.last().compareTo(last) <= 0;
  }

  @Override
  public String toString() {
    return first.equals(last) ? first.toString() : first + "-" + last;
  }
}
