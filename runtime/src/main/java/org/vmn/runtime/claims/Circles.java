package org.vmn.runtime.claims;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vmn.runtime.forward.Fib;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.network.Router;
import org.vmn.runtime.value.Ip;

/**
 * Destinations that routers pass on in a circle. Tables are read router by router, so that each is
 * read once for many destinations.
 */
final class Circles {
  /** Destinations of one search, which holds so many numbers for each router. */
  static final int AT_ONCE = 256;

  private static final int[] NOWHERE = {};

  private final Forwarding tables;
  private final List<Ip> destinations;
  private final Map<String, int[]> alone = new HashMap<>();
  private final int[][][] next;

  /**
   * @param destinations at most {@link #AT_ONCE}
   */
  Circles(Forwarding tables, List<Ip> destinations) {
    this.tables = tables;
    this.destinations = destinations;
    List<Router> routers = tables.network().routers();
    next = new int[destinations.size()][routers.size()][];
    routers.forEach(router -> alone.put(router.name(), new int[] {alone.size()}));
    for (int r = 0; r < routers.size(); r++) {
      for (int d = 0; d < next.length; d++) {
        next[d][r] = hops(routers.get(r), destinations.get(d));
      }
    }
  }

  static boolean isPassedOn(Fib.Entry entry) {
    return entry.via() != null && entry.external() == null;
  }

  /** The numbers of the routers that a router may pass a destination on to. */
  private int[] hops(Router router, Ip destination) {
    int[] hops = NOWHERE;
    for (Fib.Entry entry : tables.fib(router).lookup(destination, tables::leads)) {
      if (entry.external() != null) {
        continue;
      }
      Ip via = entry.via();
      if (via == null) {
        hops = toOwners(router, entry.segment(), destination, hops);
      } else {
        Router to = tables.routerAt(entry.segment(), via);
        hops = to == null ? hops : both(hops, numberOf(to));
      }
    }
    return hops;
  }

  /**
   * What a router delivers on a segment goes on where another translates it, or an answer to it.
   */
  private int[] toOwners(Router by, String segment, Ip destination, int[] hops) {
    int[] all = hops;
    for (Router router : tables.routersOn(segment)) {
      if (!router.name().equals(by.name()) && tables.isOf(router, segment, destination)) {
        all = both(all, numberOf(router));
      }
    }
    return all;
  }

  private int[] numberOf(Router router) {
    return alone.getOrDefault(router.name(), NOWHERE);
  }

  private static int[] both(int[] hops, int[] hop) {
    if (hops.length == 0 || hop.length == 0) {
      return hops.length == 0 ? hop : hops;
    }
    int[] more = Arrays.copyOf(hops, hops.length + 1);
    more[hops.length] = hop[0];
    return more;
  }

  List<Ip> find() {
    List<Ip> found = new ArrayList<>();
    for (int d = 0; d < next.length; d++) {
      if (circles(next[d])) {
        found.add(destinations.get(d));
      }
    }
    return found;
  }

  /** Kahn's: a graph without circles can be taken apart from its ends. */
  private static boolean circles(int[][] next) {
    int[] entering = new int[next.length];
    for (int[] hops : next) {
      for (int hop : hops) {
        entering[hop]++;
      }
    }
    int[] open = new int[next.length];
    int opened = 0;
    for (int r = 0; r < next.length; r++) {
      if (entering[r] == 0) {
        open[opened++] = r;
      }
    }
    for (int i = 0; i < opened; i++) {
      for (int hop : next[open[i]]) {
        if (--entering[hop] == 0) {
          open[opened++] = hop;
        }
      }
    }
    return opened < next.length;
  }
}
