package org.vmn.runtime.prove.quotient;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.forward.Fib;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.forward.Selection;
import org.vmn.runtime.forward.Steering;
import org.vmn.runtime.network.External;
import org.vmn.runtime.network.Member;
import org.vmn.runtime.network.Router;
import org.vmn.runtime.network.Segment;
import org.vmn.runtime.prove.atoms.AddressAtoms;
import org.vmn.runtime.prove.atoms.AtomSet;
import org.vmn.runtime.prove.atoms.LongestPrefix;
import org.vmn.runtime.prove.atoms.Partition;
import org.vmn.runtime.value.Ip;
import org.vmn.runtime.value.IpSet;
import org.vmn.runtime.value.Prefix;

/**
 * Addresses of one family that no device forwards or translates differently. Two subnets behind the
 * same ways are one class, if their segments are plain and of one kind.
 */
public final class ForwardingClasses {
  private static final int NOWHERE = -1;

  private final AddressAtoms atoms;
  private final Partition partition;
  private final Partition senders;

  public ForwardingClasses(Forwarding forwarding, SegmentKinds kinds, AddressAtoms atoms) {
    this.atoms = atoms;
    partition = new Partition(atoms.size());
    senders = new Partition(atoms.size());
    refine(atoms.of(IpSet.ALL.of(Ip.Family.V4)));
    List<Segment> segments = forwarding.network().segments();
    int[] onLink = onLink(segments);
    refine(
        Arrays.stream(onLink)
            .map(s -> s < 0 || s >= segments.size() ? s : -2 - kinds.kind(segments.get(s).name()))
            .toArray());
    Map<String, Integer> numbers = new HashMap<>();
    segments.forEach(s -> numbers.put(s.name(), numbers.size()));
    for (Router router : forwarding.network().routers()) {
      refine(table(forwarding.fib(router), numbers, kinds, onLink));
      for (Router.Port port : router.ports()) {
        port.addresses().forEach(this::single);
      }
    }
    outer(forwarding).forEach(this::single);
    inside(forwarding).forEach(ip -> partition.refine(atoms.of(IpSet.of(ip))));
    targets(forwarding).forEach(set -> partition.refine(atoms.of(set)));
    chosen(forwarding).forEach(set -> refine(atoms.of(set)));
    for (External external : forwarding.network().externals()) {
      refine(atoms.of(external.addresses()));
    }
  }

  private void refine(AtomSet set) {
    partition.refine(set);
    senders.refine(set);
  }

  private void refine(int[] classes) {
    partition.refine(classes);
    senders.refine(classes);
  }

  /** Every border that forwarding and translation know. */
  public static void cut(Forwarding forwarding, AddressAtoms.Builder borders) {
    for (Segment segment : forwarding.network().segments()) {
      segment.subnets().forEach(p -> borders.cut(p.range()));
    }
    for (Router router : forwarding.network().routers()) {
      router.ports().forEach(p -> p.addresses().forEach(borders::cut));
      forwarding.fib(router).entries().forEach(e -> borders.cut(e.prefix().range()));
    }
    for (External external : forwarding.network().externals()) {
      borders.cut(external.addresses());
      external.gateways().forEach(borders::cut);
    }
    outer(forwarding).forEach(borders::cut);
    inside(forwarding).forEach(borders::cut);
    targets(forwarding).forEach(borders::cut);
    chosen(forwarding).forEach(borders::cut);
  }

  /** Addresses that some device translates into others. */
  private static List<Ip> outer(Forwarding forwarding) {
    List<Ip> all = new ArrayList<>();
    forwarding.network().balancers().forEach(b -> all.add(b.address()));
    for (Router router : forwarding.network().routers()) {
      router.floating().forEach(f -> all.add(f.address()));
      router.dnat().forEach(d -> all.add(d.address()));
    }
    return all;
  }

  /** Addresses of machines that routers translate others into. */
  private static List<Ip> inside(Forwarding forwarding) {
    List<Ip> all = new ArrayList<>();
    for (Router router : forwarding.network().routers()) {
      router.floating().forEach(f -> all.add(f.inside()));
      router.dnat().forEach(d -> all.add(d.inside()));
    }
    return all;
  }

  /** Addresses that balancers choose. */
  private static List<IpSet> targets(Forwarding forwarding) {
    return forwarding.network().balancers().stream()
        .flatMap(b -> b.targets().stream())
        .map(m -> forwarding.sets().addresses(m))
        .toList();
  }

  /** Addresses that chains treat differently from others, or choose. */
  private static List<IpSet> chosen(Forwarding forwarding) {
    List<Member.Machines> members = new ArrayList<>();
    List<IpSet> all = new ArrayList<>();
    for (Steering steering : forwarding.chains()) {
      for (Selection selection : steering.selections()) {
        all.add(selection.from());
        all.add(selection.to());
      }
      steering.chain().stages().forEach(stage -> members.addAll(stage.instances()));
    }
    members.forEach(m -> all.add(forwarding.sets().addresses(m)));
    return all;
  }

  public int of(int atom) {
    return partition.classOf(atom);
  }

  /**
   * The same of an address that sends to somebody inside: that a balancer or a router leads others
   * to it, and under which address it leaves, makes no difference then.
   */
  public int ofSender(int atom) {
    return senders.classOf(atom);
  }

  /** The class of each atom. */
  public int[] toArray() {
    return partition.toArray();
  }

  private void single(Ip ip) {
    refine(atoms.of(IpSet.of(ip)));
  }

  /**
   * For each atom the number of the segment that it is on, NOWHERE, or, where subnets overlap, a
   * number above all segments for each combination.
   */
  private int[] onLink(List<Segment> segments) {
    int[] on = new int[atoms.size()];
    Arrays.fill(on, NOWHERE);
    Map<List<Integer>, Integer> combinations = new HashMap<>();
    for (int s = 0; s < segments.size(); s++) {
      int segment = s;
      for (Prefix subnet : segments.get(s).subnets()) {
        atoms
            .of(IpSet.of(subnet))
            .forEach(atom ->
                on[atom] =
                    on[atom] == NOWHERE
                        ? segment
                        : combinations.computeIfAbsent(
                            List.of(on[atom], segment),
                            c -> segments.size() + combinations.size()));
      }
    }
    return on;
  }

  /** What a router does with each atom; delivering to the one plain segment that it is on is 0. */
  private int[] table(Fib fib, Map<String, Integer> numbers, SegmentKinds kinds, int[] onLink) {
    Map<Prefix, List<Fib.Entry>> byPrefix = new LinkedHashMap<>();
    fib.entries().forEach(e -> byPrefix.computeIfAbsent(e.prefix(), p -> new ArrayList<>()).add(e));
    List<LongestPrefix.Entry> entries = new ArrayList<>(byPrefix.size());
    Map<List<Hop>, Integer> hops = new HashMap<>();
    int[] connected = new int[byPrefix.size()];
    int[] hop = new int[byPrefix.size()];
    byPrefix.forEach((prefix, equal) -> {
      int i = entries.size();
      Fib.Entry first = equal.get(0);
      boolean direct =
          first.via() == null && first.external() == null && kinds.isPlain(first.segment());
      connected[i] = direct ? numbers.getOrDefault(first.segment(), NOWHERE) : NOWHERE;
      hop[i] = 1 + hops.computeIfAbsent(hops(equal), h -> hops.size());
      entries.add(new LongestPrefix.Entry(prefix, i));
    });
    int[] values = LongestPrefix.values(entries, atoms);
    for (int atom = 0; atom < values.length; atom++) {
      int entry = values[atom];
      if (entry != LongestPrefix.NONE) {
        boolean here = connected[entry] != NOWHERE && connected[entry] == onLink[atom];
        values[atom] = here ? 0 : hop[entry];
      }
    }
    return values;
  }

  private static List<Hop> hops(List<Fib.Entry> equal) {
    return equal.stream().map(e -> new Hop(e.segment(), e.via(), e.external())).toList();
  }

  private record Hop(String segment, @Nullable Ip via, @Nullable String external) {}
}
