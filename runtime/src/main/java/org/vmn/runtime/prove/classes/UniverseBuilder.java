package org.vmn.runtime.prove.classes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.network.Addresses;
import org.vmn.runtime.network.External;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Nic;
import org.vmn.runtime.prove.atoms.AddressAtoms;
import org.vmn.runtime.prove.quotient.SegmentKinds;
import org.vmn.runtime.value.Ip;
import org.vmn.runtime.value.IpRange;

/**
 * Finds the endpoint classes. Two machines are in one class when each adapter of the one is on the
 * same segment as that of the other, and their addresses are of the same classes for rule lists and
 * for devices.
 */
public final class UniverseBuilder {
  private final Network network;
  private final SegmentKinds kinds;
  private final AddressAtoms atoms;
  private final IntUnaryOperator policyClass;
  private final IntUnaryOperator forwardingClass;
  private final IntUnaryOperator senderClass;
  private final Map<String, Integer> segments = new HashMap<>();
  private final Map<Ints, EndpointClass> classes = new LinkedHashMap<>();
  private final Map<Object, Integer> attachments = new HashMap<>();
  private final Map<Object, Integer> inward = new HashMap<>();
  private final Map<String, Universe.Pieces> pieces = new HashMap<>();
  private final List<Draft> drafts = new ArrayList<>();

  /**
   * @param policyClass of each atom, what rule lists see of it
   * @param forwardingClass of each atom, what devices see of it
   * @param senderClass the same where it sends to somebody inside: a coarser one
   */
  public UniverseBuilder(
      Network network,
      SegmentKinds kinds,
      AddressAtoms atoms,
      IntUnaryOperator policyClass,
      IntUnaryOperator forwardingClass,
      IntUnaryOperator senderClass) {
    this.network = network;
    this.kinds = kinds;
    this.atoms = atoms;
    this.policyClass = policyClass;
    this.forwardingClass = forwardingClass;
    this.senderClass = senderClass;
    network.segments().forEach(s -> segments.put(s.name(), segments.size()));
  }

  /** A leg before it has a number. */
  private record Draft(
      @Nullable EndpointClass owner,
      @Nullable External external,
      int nic,
      int subnet,
      Ip address,
      int attachment,
      int inward,
      String segment,
      boolean forged) {}

  /** Numbers as a key. */
  private record Ints(int[] values) {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Ints ints && Arrays.equals(values, ints.values);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(values);
    }
  }

  /** An attachment that depends on no more than the kind of its segment. */
  private record Plain(int kind, int forwardingClass) {}

  /** An attachment of a machine that isn't like most, or on a segment with a meaning of its own. */
  private record Named(
      List<String> segments, int nic, int forwardingClass, boolean spoof, boolean quarantined) {}

  /** Behind an external. */
  private record Outside(String external, int forwardingClass) {}

  public Universe build() {
    network.machines().forEach(this::add);
    for (EndpointClass endpoints : classes.values()) {
      addLegs(endpoints);
    }
    network.externals().forEach(this::add);
    drafts.sort(Comparator.comparing(Draft::forged).thenComparing(Draft::address));
    List<Leg> legs = new ArrayList<>(drafts.size());
    for (Draft d : drafts) {
      int policy = policyClass.applyAsInt(atoms.of(d.address()));
      Leg leg =
          new Leg(
              legs.size(),
              d.owner(),
              d.external(),
              d.nic(),
              d.subnet(),
              d.address(),
              policy,
              d.attachment(),
              d.inward(),
              d.segment(),
              d.forged());
      legs.add(leg);
    }
    Map<String, Map<Long, Leg>> outside = new HashMap<>();
    for (Leg leg : legs) {
      if (leg.owner() != null) {
        leg.owner().add(leg);
      } else if (leg.external() != null) {
        int forwarding = forwardingClass.applyAsInt(atoms.of(leg.address()));
        outside
            .computeIfAbsent(leg.external().name(), e -> new HashMap<>())
            .put(Universe.key(leg.policyClass(), forwarding), leg);
      }
    }
    return new Universe(List.copyOf(classes.values()), legs, pieces, outside);
  }

  private void add(Machine machine) {
    if (machine.nics().isEmpty()) {
      return;
    }
    int[] begins = machine.count() == 1 ? new int[1] : begins(machine);
    EndpointClass[] of = new EndpointClass[begins.length];
    for (int i = 0; i < begins.length; i++) {
      int last = i + 1 < begins.length ? begins[i + 1] - 1 : machine.count() - 1;
      of[i] =
          classes.computeIfAbsent(key(machine, begins[i]), k -> new EndpointClass(classes.size()));
      of[i].add(new Replicas(machine, begins[i], last));
    }
    pieces.put(machine.name(), new Universe.Pieces(machine, begins, of));
  }

  /** The first replica of each run that has the same classes of addresses. */
  private int[] begins(Machine machine) {
    List<Integer> begins = new ArrayList<>(List.of(0));
    for (Nic nic : machine.nics()) {
      for (Addresses addresses : nic.addresses()) {
        begins(addresses, begins);
      }
    }
    return begins.stream().mapToInt(i -> i).sorted().distinct().toArray();
  }

  private void begins(Addresses addresses, List<Integer> begins) {
    long before = 0;
    int policy = -1;
    int forwarding = -1;
    for (IpRange range : addresses.ranges()) {
      int last = atoms.of(range.last());
      for (int atom = atoms.of(range.first()); atom <= last; atom++) {
        if (policyClass.applyAsInt(atom) != policy
            || forwardingClass.applyAsInt(atom) != forwarding) {
          policy = policyClass.applyAsInt(atom);
          forwarding = forwardingClass.applyAsInt(atom);
          begins.add((int) (before + range.first().distanceTo(atoms.first(atom))));
        }
      }
      before += range.size();
    }
  }

  private Ints key(Machine machine, int offset) {
    int[] key = new int[64];
    int n = 0;
    key[n++] = machine.quarantined() ? 1 : 0;
    for (Nic nic : machine.nics()) {
      key = room(key, n + 2 + 2 * nic.addresses().size());
      key[n++] = segments.getOrDefault(nic.segment(), -1);
      key[n++] = (nic.spoof() ? 1 : 0) + 2 * nic.addresses().size();
      for (Addresses addresses : nic.addresses()) {
        int atom = atoms.of(addresses.at(offset));
        key[n++] = policyClass.applyAsInt(atom);
        key[n++] = forwardingClass.applyAsInt(atom);
      }
    }
    return new Ints(Arrays.copyOf(key, n));
  }

  private static int[] room(int[] key, int length) {
    return length <= key.length ? key : Arrays.copyOf(key, 2 * length);
  }

  private void addLegs(EndpointClass endpoints) {
    Replica first = endpoints.first();
    Machine machine = first.machine();
    List<String> on = machine.nics().stream().map(Nic::segment).toList();
    for (int n = 0; n < machine.nics().size(); n++) {
      Nic nic = machine.nics().get(n);
      boolean plain =
          on.size() == 1 && kinds.isPlain(nic.segment()) && !nic.spoof() && !machine.quarantined();
      for (int s = 0; s < nic.addresses().size(); s++) {
        int atom = atoms.of(nic.addresses().get(s).at(first.offset()));
        int nth = n;
        IntFunction<Object> key =
            of ->
                plain
                    ? new Plain(kinds.kind(nic.segment()), of)
                    : new Named(on, nth, of, nic.spoof(), machine.quarantined());
        drafts.add(
            new Draft(
                endpoints,
                null,
                n,
                s,
                lowest(endpoints, n, s),
                number(attachments, key.apply(forwardingClass.applyAsInt(atom))),
                number(inward, key.apply(senderClass.applyAsInt(atom))),
                nic.segment(),
                false));
      }
      if (nic.spoof()) {
        forge(endpoints, machine, on, n, nic.segment());
      }
    }
  }

  private static Ip lowest(EndpointClass endpoints, int nic, int subnet) {
    @Nullable Ip lowest = null;
    for (Replicas r : endpoints.members()) {
      Ip ip = r.machine().nics().get(nic).addresses().get(subnet).at(r.first());
      lowest = lowest == null || ip.compareTo(lowest) < 0 ? ip : lowest;
    }
    if (lowest == null) {
      throw new IllegalStateException("an endpoint class without members");
    }
    return lowest;
  }

  /** One leg for each class of addresses that rule lists or devices tell apart. */
  private void forge(
      EndpointClass endpoints, Machine machine, List<String> on, int nic, String segment) {
    Set<List<Integer>> seen = new HashSet<>();
    for (int atom = 0; atom < atoms.size(); atom++) {
      Ip ip = atoms.first(atom);
      int devices = forwardingClass.applyAsInt(atom);
      if (seen.add(List.of(policyClass.applyAsInt(atom), devices, ip.family().ordinal()))) {
        List<Object> key = List.of("forged", on, nic, ip.family(), devices, machine.quarantined());
        int attachment = number(attachments, key);
        int there = number(inward, key);
        drafts.add(new Draft(endpoints, null, nic, 0, ip, attachment, there, segment, true));
      }
    }
  }

  private void add(External external) {
    Map<Long, Ip> parts = new LinkedHashMap<>();
    atoms
        .of(external.addresses())
        .forEach(atom ->
            parts.putIfAbsent(
                Universe.key(policyClass.applyAsInt(atom), forwardingClass.applyAsInt(atom)),
                atoms.first(atom)));
    parts.forEach((part, ip) -> {
      Outside key = new Outside(external.name(), (int) (long) part);
      int attachment = number(attachments, key);
      int there = number(inward, key);
      drafts.add(new Draft(null, external, 0, 0, ip, attachment, there, external.segment(), false));
    });
  }

  private static int number(Map<Object, Integer> numbers, Object key) {
    return numbers.computeIfAbsent(key, k -> numbers.size());
  }
}
