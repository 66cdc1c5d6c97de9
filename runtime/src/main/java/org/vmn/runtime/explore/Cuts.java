package org.vmn.runtime.explore;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.vmn.runtime.forward.Fib;
import org.vmn.runtime.forward.Filter;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.forward.Selection;
import org.vmn.runtime.forward.Steering;
import org.vmn.runtime.network.Addresses;
import org.vmn.runtime.network.Balancer;
import org.vmn.runtime.network.External;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.network.Nic;
import org.vmn.runtime.network.Router;
import org.vmn.runtime.network.Segment;
import org.vmn.runtime.network.Traffic;
import org.vmn.runtime.value.Ip;
import org.vmn.runtime.value.IpRange;
import org.vmn.runtime.value.IpSet;

/**
 * Where the tables of a network begin and end to treat addresses and ports differently. Between two
 * neighbouring cuts all addresses (all ports) meet the same rules, routes, translations and owners'
 * blocks.
 */
public final class Cuts {
  private final NavigableSet<Ip> addresses = new TreeSet<>();
  private final NavigableSet<Integer> ports = new TreeSet<>();

  /** The same, to be cut further. */
  public Cuts(Cuts other) {
    addresses.addAll(other.addresses);
    ports.addAll(other.ports);
  }

  public Cuts(Forwarding forwarding) {
    // Many rules are about few sets, which are few objects.
    Set<IpSet> known = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Filter.Clause clause : forwarding.filter().clauses()) {
      if (known.add(clause.from())) {
        cut(clause.from());
      }
      if (known.add(clause.to())) {
        cut(clause.to());
      }
      clause.traffic().forEach(this::cut);
    }
    forwarding.acls().stream()
        .flatMap(a -> a.lines().stream())
        .flatMap(l -> l.selections().stream())
        .forEach(this::cut);
    for (Steering chain : forwarding.chains()) {
      chain.selections().forEach(this::cut);
      chain.chain().stages().stream()
          .flatMap(s -> s.instances().stream())
          .forEach(m -> cut(forwarding.sets().addresses(m)));
    }
    for (Segment segment : forwarding.network().segments()) {
      segment.subnets().forEach(p -> cut(p.range()));
    }
    for (Router router : forwarding.network().routers()) {
      router.ports().forEach(p -> p.addresses().forEach(ip -> cut(IpRange.of(ip))));
      for (Fib.Entry entry : forwarding.fib(router).entries()) {
        cut(entry.prefix().range());
      }
      cut(router);
    }
    for (External external : forwarding.network().externals()) {
      cut(external.addresses());
      external.gateways().forEach(ip -> cut(IpRange.of(ip)));
    }
    for (Balancer balancer : forwarding.network().balancers()) {
      cut(IpRange.of(balancer.address()));
      cut(new Traffic.Match(balancer.protocol(), balancer.port(), balancer.port()));
      cut(new Traffic.Match(balancer.protocol(), balancer.targetPort(), balancer.targetPort()));
      balancer.targets().forEach(t -> cut(forwarding.sets().addresses(t)));
    }
    for (Machine machine : forwarding.network().machines()) {
      for (Nic nic : machine.nics()) {
        for (Addresses block : nic.addresses()) {
          block.ranges().forEach(this::cut);
        }
      }
    }
  }

  private void cut(Selection selection) {
    cut(selection.from());
    cut(selection.to());
    selection.traffic().forEach(this::cut);
  }

  private void cut(Router router) {
    for (Router.Floating floating : router.floating()) {
      cut(IpRange.of(floating.address()));
      cut(IpRange.of(floating.inside()));
    }
    for (Router.Dnat dnat : router.dnat()) {
      cut(IpRange.of(dnat.address()));
      cut(IpRange.of(dnat.inside()));
      cut(new Traffic.Match(dnat.protocol(), dnat.port(), dnat.port()));
      cut(new Traffic.Match(dnat.protocol(), dnat.insidePort(), dnat.insidePort()));
    }
  }

  /** Also cuts at the borders of a set. */
  public void cut(IpSet set) {
    set.ranges().forEach(this::cut);
  }

  private void cut(IpRange range) {
    addresses.add(range.first());
    if (!range.last().equals(Ip.highest(range.last().family()))) {
      addresses.add(range.last().next());
    }
  }

  /** Adds the borders of a range of ports, for a claim about it. */
  public void cut(Traffic.Match match) {
    ports.add(match.firstPort());
    ports.add(match.lastPort() + 1);
  }

  /** The parts of a range that no table tells apart, in ascending order. */
  public List<IpRange> parts(IpRange range) {
    List<IpRange> parts = new ArrayList<>();
    Ip from = range.first();
    for (Ip cut : addresses.subSet(range.first(), false, range.last(), true)) {
      parts.add(new IpRange(from, cut.previous()));
      from = cut;
    }
    parts.add(new IpRange(from, range.last()));
    return parts;
  }

  /** The parts of a set that no table tells apart, in ascending order. */
  public List<IpRange> parts(IpSet set) {
    return set.ranges().stream().flatMap(r -> parts(r).stream()).toList();
  }

  /**
   * The first port of each part of a range of ports that no table tells apart, in ascending order.
   * Nothing listens on port 0: where its part holds another port, that one stands for it.
   */
  List<Integer> ports(int first, int last) {
    List<Integer> parts = new ArrayList<>();
    parts.add(first == 0 && last > 0 && !ports.contains(1) ? 1 : first);
    parts.addAll(ports.subSet(first, false, last, true));
    return parts;
  }
}
