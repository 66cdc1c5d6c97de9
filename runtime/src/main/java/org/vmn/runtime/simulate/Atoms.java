package org.vmn.runtime.simulate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.vmn.runtime.forward.Fib;
import org.vmn.runtime.forward.Filter;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.network.Addresses;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Nic;
import org.vmn.runtime.value.Ip;
import org.vmn.runtime.value.IpRange;
import org.vmn.runtime.value.IpSet;

/**
 * All addresses, cut wherever a table of the network may begin to treat them in another way: within
 * an atom one address stands for all. So one walk does for the four billion clients behind an
 * external.
 */
final class Atoms {
  private final List<Ip> starts;

  Atoms(Forwarding tables) {
    Set<Ip> cuts = new TreeSet<>();
    IpSet.ALL.ranges().forEach(range -> cut(cuts, range));
    for (Filter.Clause clause : tables.filter().clauses()) {
      clause.from().ranges().forEach(range -> cut(cuts, range));
      clause.to().ranges().forEach(range -> cut(cuts, range));
    }
    Network network = tables.network();
    network.segments().forEach(s -> s.subnets().forEach(subnet -> cut(cuts, subnet.range())));
    network.routers().stream()
        .flatMap(router -> tables.fib(router).entries().stream())
        .map(Fib.Entry::prefix)
        .forEach(prefix -> cut(cuts, prefix.range()));
    network.routers().stream()
        .flatMap(router -> router.ports().stream())
        .flatMap(port -> port.addresses().stream())
        .forEach(ip -> cut(cuts, IpRange.of(ip)));
    network.externals().forEach(e -> e.addresses().ranges().forEach(range -> cut(cuts, range)));
    network.externals().forEach(e -> e.gateways().forEach(ip -> cut(cuts, IpRange.of(ip))));
    network.balancers().forEach(b -> cut(cuts, IpRange.of(b.address())));
    network.machines().stream()
        .flatMap(machine -> machine.nics().stream())
        .map(Nic::addresses)
        .flatMap(List::stream)
        .map(Addresses::ranges)
        .flatMap(List::stream)
        .forEach(range -> cut(cuts, range));
    starts = List.copyOf(cuts);
  }

  private static void cut(Set<Ip> cuts, IpRange range) {
    cuts.add(range.first());
    if (!range.last().equals(Ip.highest(range.last().family()))) {
      cuts.add(range.last().next());
    }
  }

  /** The number of the atom that holds an address. */
  int of(Ip ip) {
    int at = Collections.binarySearch(starts, ip);
    return at >= 0 ? at : -at - 2;
  }

  /** A range cut into pieces that lie in one atom each. */
  List<IpRange> split(IpRange range) {
    List<IpRange> pieces = new ArrayList<>();
    Ip from = range.first();
    for (int next = of(from) + 1; next < starts.size(); next++) {
      Ip start = starts.get(next);
      if (!range.contains(start)) {
        break;
      }
      pieces.add(new IpRange(from, start.previous()));
      from = start;
    }
    pieces.add(new IpRange(from, range.last()));
    return pieces;
  }
}
