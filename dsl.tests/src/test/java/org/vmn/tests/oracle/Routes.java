package org.vmn.tests.oracle;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.network.Router;
import org.vmn.runtime.value.Ip;
import org.vmn.runtime.value.IpSet;
import org.vmn.runtime.value.Prefix;

/**
 * A router's table: the longest prefix decides. A connected subnet goes before routes of its
 * prefix; of several routes of one prefix any may be taken.
 */
record Routes(Space space, Catalogue catalogue) {

  /**
   * One way out of a router.
   *
   * @param via the next router's address, or null when the destination is on the segment itself
   */
  record Way(String segment, @Nullable Ip via, @Nullable String external) {}

  /** Takes the packets of a way. */
  interface Taker {
    void take(Way way, Headers packets);
  }

  /** Gives each way its packets, and returns those that have none. */
  Headers each(Router router, Header header, Headers packets, Taker taker) {
    Set<Prefix> connected = new HashSet<>();
    TreeMap<Prefix, List<Way>> table = new TreeMap<>();
    for (Router.Port port : router.ports()) {
      for (Prefix subnet : catalogue.segment(port.segment()).subnets()) {
        if (connected.add(subnet)) {
          table.put(subnet, List.of(new Way(port.segment(), null, null)));
        }
      }
    }
    for (Router.Route r : router.routes()) {
      if (!connected.contains(r.destination()) && !catalogue.isWithdrawn(r)) {
        table
            .computeIfAbsent(r.destination(), p -> new ArrayList<>())
            .add(new Way(r.segment(), r.via(), r.external()));
      }
    }
    Headers left = packets;
    for (int length = Ip.Family.V6.bits(); length >= 0; length--) {
      for (Prefix prefix : table.keySet()) {
        if (prefix.length() == length) {
          Headers matched = left.and(header.isTo(IpSet.of(prefix)));
          left = left.minus(matched);
          table.get(prefix).forEach(way -> taker.take(way, matched));
        }
      }
    }
    return left;
  }
}
