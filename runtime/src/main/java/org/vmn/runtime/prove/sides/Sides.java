package org.vmn.runtime.prove.sides;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.network.Addresses;
import org.vmn.runtime.network.Balancer;
import org.vmn.runtime.network.Endpoints;
import org.vmn.runtime.network.External;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.network.Member;
import org.vmn.runtime.network.Nic;
import org.vmn.runtime.prove.atoms.AddressAtoms;
import org.vmn.runtime.prove.classes.EndpointClass;
import org.vmn.runtime.prove.classes.Leg;
import org.vmn.runtime.prove.classes.Replica;
import org.vmn.runtime.prove.classes.Universe;
import org.vmn.runtime.value.Ip;
import org.vmn.runtime.value.IpRange;
import org.vmn.runtime.value.IpSet;

/** Finds what endpoint sets mean; equal sets are found once. */
public final class Sides {
  /** Sets that are kept through edits. */
  private static final int MOST_SETS = 100_000;

  private final Forwarding forwarding;
  private final Universe universe;
  private final AddressAtoms atoms;
  private final int[] policyClass;
  private final int[] forwardingClass;
  private final Places places;
  private final IdentityHashMap<Endpoints, Side> sources = new IdentityHashMap<>();
  private final IdentityHashMap<Endpoints, List<Target>> targets = new IdentityHashMap<>();
  private final Map<Meaning, Side> equalSources = new HashMap<>();
  private final Map<Meaning, List<Target>> equalTargets = new HashMap<>();

  private @Nullable Holders holders;

  private final Map<String, Machine> everyMachine = new LinkedHashMap<>();

  private record Meaning(List<Member> include, List<Member> exclude) {}

  public Sides(
      Forwarding forwarding,
      Universe universe,
      AddressAtoms atoms,
      int[] policyClass,
      int[] forwardingClass,
      Places places) {
    this.forwarding = forwarding;
    this.universe = universe;
    this.atoms = atoms;
    this.policyClass = policyClass;
    this.forwardingClass = forwardingClass;
    this.places = places;
    forwarding.network().machines().forEach(m -> everyMachine.put(m.name(), m));
  }

  /** Forgets sets of assertions that may have gone, when they have become many. */
  public void trim() {
    if (sources.size() + targets.size() > MOST_SETS) {
      sources.clear();
      targets.clear();
      equalSources.clear();
      equalTargets.clear();
    }
  }

  /** Who opens connections. Of literal addresses, whoever has them. */
  public Side sources(Endpoints endpoints) {
    Side known = sources.get(endpoints);
    if (known == null) {
      Meaning meaning = new Meaning(endpoints.include(), endpoints.exclude());
      known = equalSources.get(meaning);
      if (known == null) {
        known = new Collector(endpoints).side();
        equalSources.put(meaning, known);
      }
      sources.put(endpoints, known);
    }
    return known;
  }

  /** What connections go to. */
  public List<Target> targets(Endpoints endpoints) {
    List<Target> known = targets.get(endpoints);
    if (known == null) {
      known =
          equalTargets.computeIfAbsent(
              new Meaning(endpoints.include(), endpoints.exclude()),
              m -> new Collector(endpoints).targets());
      targets.put(endpoints, known);
    }
    return known;
  }

  private record UseKey(EndpointClass endpoints, List<Leg> legs) {}

  /** One endpoint set as it is taken apart. */
  private final class Collector {
    private final Endpoints endpoints;
    private final IpSet excluded;
    private final Map<UseKey, Use> uses = new LinkedHashMap<>();
    private final Map<Leg, Ip> outside = new LinkedHashMap<>();
    private final Set<Side.Outsider> outsiders = new LinkedHashSet<>();

    /** The machines that are looked at, by name. */
    private final Map<String, Machine> machines;

    Collector(Endpoints endpoints) {
      this(endpoints, everyMachine);
    }

    private Collector(Endpoints endpoints, Map<String, Machine> machines) {
      this.endpoints = endpoints;
      this.machines = machines;
      excluded =
          endpoints.exclude().stream()
              .map(forwarding.sets()::addresses)
              .reduce(IpSet.NONE, IpSet::union);
    }

    Side side() {
      boolean literal = endpoints.include().stream().anyMatch(Member.Literal.class::isInstance);
      return literal || excluded.isEmpty() ? collected() : lessExcluded();
    }

    private Side collected() {
      List<String> mute = new ArrayList<>();
      for (Member member : endpoints.include()) {
        switch (member) {
          case Member.Virtual v -> {
            Ip address = forwarding.sets().balancer(v.balancer()).address();
            if (!excluded.contains(address)) {
              mute.add(v.balancer());
            }
          }
          case Member.Literal l -> {
            IpSet meant = l.addresses().minus(excluded);
            for (Ip.Family family : Ip.Family.values()) {
              holders(meant.of(family));
            }
          }
          default -> add(member);
        }
      }
      return new Side(List.copyOf(uses.values()), outside, outsiders, mute, universe.legs().size());
    }

    /** Only the classes of machines that have excluded addresses are looked at again. */
    private Side lessExcluded() {
      Side all = sources(new Endpoints(endpoints.text(), endpoints.include(), List.of()));
      Set<EndpointClass> touched = new HashSet<>();
      for (Machine machine : everyHolder().of(excluded)) {
        universe.forEachPiece(machine.name(), 0, machine.count() - 1, (c, f, l) -> touched.add(c));
      }
      Map<String, Machine> again = new LinkedHashMap<>();
      for (EndpointClass c : touched) {
        c.members().forEach(r -> again.put(r.machine().name(), r.machine()));
      }
      return all.with(touched, new Collector(endpoints, again).collected());
    }

    List<Target> targets() {
      List<Target> found = new ArrayList<>();
      for (Member member : endpoints.include()) {
        switch (member) {
          case Member.Virtual v -> {
            Balancer balancer = forwarding.sets().balancer(v.balancer());
            if (!excluded.contains(balancer.address())) {
              found.add(places.virtual(balancer));
            }
          }
          case Member.Literal l -> literal(l.addresses().minus(excluded), found);
          default -> add(member);
        }
      }
      uses.values().forEach(use -> found.add(places.machines(use)));
      Map<External, Set<Ip.Family>> families = new HashMap<>();
      outside.forEach((leg, ip) ->
          families
              .computeIfAbsent(leg.outside(), e -> EnumSet.noneOf(Ip.Family.class))
              .add(ip.family()));
      outside.forEach((leg, ip) ->
          found.add(
              places.outside(
                  leg, leg.outside(), ip, families.getOrDefault(leg.outside(), Set.of()))));
      return found;
    }

    private void add(Member member) {
      switch (member) {
        case Member.Machines m -> {
          Machine machine = machines.get(m.machine());
          if (machine != null) {
            addReplicas(machine, m.first(), m.last(), machine.nics());
          }
        }
        case Member.OnSegment s -> {
          for (Machine machine : machines.values()) {
            List<Nic> on =
                machine.nics().stream().filter(n -> n.segment().equals(s.segment())).toList();
            if (!on.isEmpty()) {
              addReplicas(machine, 0, machine.count() - 1, on);
            }
          }
        }
        case Member.Outside o ->
            addOutside(
                forwarding.sets().external(o.external()),
                forwarding.sets().external(o.external()).addresses().minus(excluded),
                outside);
        case Member.Any a -> {
          for (Machine machine : machines.values()) {
            addReplicas(machine, 0, machine.count() - 1, machine.nics());
          }
          for (External external : forwarding.network().externals()) {
            addOutside(external, external.addresses().minus(excluded), outside);
          }
        }
        case Member.Virtual v -> {}
        case Member.Literal l -> {}
      }
    }

    private void addReplicas(Machine machine, int first, int last, List<Nic> nics) {
      if (excluded.isEmpty()) {
        universe.forEachPiece(
            machine.name(), first, last, (c, f, l) -> use(uses, c, nics, machine, f, l, IpSet.ALL));
      } else {
        within(machine, first, last, nics, excluded.complement(), uses);
      }
    }

    /** Whoever has some of the addresses, with all adapters that have. */
    private void holders(IpSet addresses) {
      for (Machine machine : forwarding.network().machines()) {
        List<Nic> nics = machine.nics().stream().filter(n -> touches(n, addresses)).toList();
        if (!nics.isEmpty()) {
          within(machine, 0, machine.count() - 1, nics, addresses, uses);
        }
      }
      for (External external : forwarding.network().externals()) {
        addOutside(external, external.addresses().intersect(addresses), outside);
      }
    }

    /** Each address is meant for itself, whoever has it. */
    private void literal(IpSet addresses, List<Target> found) {
      Map<UseKey, Use> holders = new LinkedHashMap<>();
      IpSet owned = IpSet.NONE;
      for (Machine machine : forwarding.network().machines()) {
        for (Nic nic : machine.nics()) {
          if (touches(nic, addresses)) {
            within(machine, 0, machine.count() - 1, List.of(nic), addresses, holders);
            owned = owned.union(all(nic, machine.count()).intersect(addresses));
          }
        }
      }
      for (Use use : holders.values()) {
        use.legs().forEach(leg -> found.add(places.machines(use.only(leg))));
      }
      Map<List<Integer>, Ip> rest = new LinkedHashMap<>();
      atomsOf(
          addresses.minus(owned),
          (atom, lowest) ->
              rest.putIfAbsent(List.of(policyClass[atom], forwardingClass[atom]), lowest));
      rest.values().forEach(ip -> found.add(places.address(ip)));
    }

    private void addOutside(External external, IpSet addresses, Map<Leg, Ip> into) {
      Set<Ip.Family> families = new TreeSet<>();
      addresses.ranges().forEach(range -> families.add(range.first().family()));
      if (!families.isEmpty()) {
        outsiders.add(new Side.Outsider(external.name(), families));
      }
      atomsOf(
          addresses,
          (atom, lowest) -> {
            Leg leg = universe.outside(external.name(), policyClass[atom], forwardingClass[atom]);
            if (leg != null) {
              into.putIfAbsent(leg, lowest);
            }
          });
    }
  }

  private Holders everyHolder() {
    Holders known = holders;
    if (known == null) {
      known = new Holders(forwarding.network());
      holders = known;
    }
    return known;
  }

  private interface AtomConsumer {
    void accept(int atom, Ip lowest);
  }

  /** The atoms that a set touches, with the lowest address that is in both. */
  private void atomsOf(IpSet set, AtomConsumer action) {
    for (IpRange range : set.ranges()) {
      int last = atoms.of(range.last());
      for (int atom = atoms.of(range.first()); atom <= last; atom++) {
        Ip first = atoms.first(atom);
        action.accept(atom, first.compareTo(range.first()) < 0 ? range.first() : first);
      }
    }
  }

  private static IpSet all(Nic nic, int count) {
    return IpSet.of(
        nic.addresses().stream().flatMap(a -> a.slice(0, count - 1).ranges().stream()).toList());
  }

  private static boolean touches(Nic nic, IpSet addresses) {
    for (Addresses block : nic.addresses()) {
      for (IpRange range : block.ranges()) {
        if (!addresses.intersect(new IpSet(List.of(range))).isEmpty()) {
          return true;
        }
      }
    }
    return false;
  }

  /** Cuts replicas where the border of what is meant falls into the addresses of an adapter. */
  private void within(
      Machine machine,
      int first,
      int last,
      List<Nic> nics,
      IpSet addresses,
      Map<UseKey, Use> into) {
    NavigableSet<Integer> begins = new TreeSet<>();
    begins.add(first);
    for (Nic nic : nics) {
      for (Addresses block : nic.addresses()) {
        for (IpRange part : addresses.intersect(block.slice(first, last)).ranges()) {
          cut(block, part, last, begins);
        }
      }
    }
    for (int from : begins) {
      Integer next = begins.higher(from);
      universe.forEachPiece(
          machine.name(),
          from,
          next == null ? last : next - 1,
          (c, f, l) -> use(into, c, nics, machine, f, l, addresses));
    }
  }

  /** A part may reach over ranges that hold replicas in another order: each is cut. */
  private static void cut(Addresses block, IpRange part, int last, NavigableSet<Integer> begins) {
    for (IpRange range : block.ranges()) {
      if (range.overlaps(part)) {
        Ip low = range.first().compareTo(part.first()) < 0 ? part.first() : range.first();
        Ip high = range.last().compareTo(part.last()) < 0 ? range.last() : part.last();
        begins.add(block.offsetOf(low));
        if (block.offsetOf(high) < last) {
          begins.add(block.offsetOf(high) + 1);
        }
      }
    }
  }

  private static void use(
      Map<UseKey, Use> uses,
      EndpointClass endpoints,
      List<Nic> nics,
      Machine machine,
      int first,
      int last,
      IpSet addresses) {
    Replica replica = new Replica(machine, first);
    List<Leg> legs = new ArrayList<>(1);
    for (Leg leg : endpoints.legs()) {
      if (!leg.forged()
          && nics.contains(machine.nics().get(leg.nic()))
          && addresses.contains(leg.at(replica))) {
        legs.add(leg);
      }
    }
    if (!legs.isEmpty()) {
      uses.computeIfAbsent(new UseKey(endpoints, legs), k -> new Use(endpoints, legs, replica))
          .add(replica, last);
    }
  }
}
