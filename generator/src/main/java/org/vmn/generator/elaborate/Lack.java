package org.vmn.generator.elaborate;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.vmn.runtime.network.Ref;

/** How much more hosts would have to have, in words. */
final class Lack {
  private Lack() {}

  /**
   * {@code : short of 68 cpu}. What a host has left counts only where it is enough for one of the
   * machines. Empty where no single resource is short, since one host lacks this and another that.
   */
  static String of(List<Dealt> missing, Rooms rooms) {
    Set<Ref> hosts = allowed(missing, rooms);
    List<String> words = new ArrayList<>();
    for (Resource resource : Resource.values()) {
      long smallest = Long.MAX_VALUE;
      long needed = 0;
      for (Dealt dealt : missing) {
        long each = resource.of(dealt.guest().need());
        smallest = Math.min(smallest, each);
        needed = plus(needed, each * dealt.missing());
      }
      long usable = 0;
      for (Ref host : hosts) {
        long left = rooms.left(host, resource);
        usable = plus(usable, left < smallest ? 0 : left);
      }
      if (needed > usable) {
        words.add(resource.text(needed - usable));
      }
    }
    return words.isEmpty() ? "" : ": short of " + String.join(", ", words);
  }

  /** A sum in which what is not limited stays so. */
  static long plus(long sum, long amount) {
    return amount > Long.MAX_VALUE - sum ? Long.MAX_VALUE : sum + amount;
  }

  private static Set<Ref> allowed(List<Dealt> missing, Rooms rooms) {
    Set<Ref> hosts = new LinkedHashSet<>();
    for (Dealt dealt : missing) {
      if (hosts.size() < rooms.hosts().size()) {
        hosts.addAll(dealt.guest().allowed(rooms));
      }
    }
    return hosts;
  }
}
