package org.vmn.runtime.explore;

import java.util.Set;
import org.vmn.runtime.value.Ip;

/** Two that can't connect, because no address family is common to them. */
public final class Strangers {
  private Strangers() {}

  /** Why, in words: both are named, with the families that they have. */
  public static String reason(
      String from, Set<Ip.Family> families, String to, Set<Ip.Family> others) {
    return "`%s` has %s, and `%s` %s".formatted(from, words(families), to, words(others));
  }

  private static String words(Set<Ip.Family> families) {
    if (families.isEmpty()) {
      return "no address";
    }
    return families.contains(Ip.Family.V4) ? "only IPv4 addresses" : "only IPv6 addresses";
  }
}
