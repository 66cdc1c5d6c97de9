package org.vmn.runtime.simulate;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.network.Addresses;
import org.vmn.runtime.network.Endpoints;
import org.vmn.runtime.network.External;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.network.Member;
import org.vmn.runtime.network.Nic;
import org.vmn.runtime.value.Ip;
import org.vmn.runtime.value.IpRange;
import org.vmn.runtime.value.IpSet;

/** Finds the clients that a set of endpoints stands for. */
final class ClientFinder {
  private final Forwarding tables;
  private final Ends ends;
  private final Door door;
  private final IpSet excluded;
  private final Clients clients = new Clients();
  private final Map<String, BitSet> seen = new HashMap<>();
  private final Map<External, IpSet> outside = new LinkedHashMap<>();

  private ClientFinder(Forwarding tables, Ends ends, Door door, Endpoints from) {
    this.tables = tables;
    this.ends = ends;
    this.door = door;
    excluded =
        from.exclude().stream().map(tables.sets()::addresses).reduce(IpSet.NONE, IpSet::union);
  }

  static Clients find(Forwarding tables, Ends ends, Door door, Endpoints from) {
    ClientFinder finder = new ClientFinder(tables, ends, door, from);
    from.include().forEach(finder::add);
    finder.outside.forEach(finder::addOutside);
    return finder.clients;
  }

  private void add(Member member) {
    switch (member) {
      case Member.Machines m -> {
        Machine machine = tables.sets().machine(m.machine());
        replicas(machine, m.first(), m.last(), nic -> true, IpSet.ALL);
      }
      case Member.OnSegment s -> everywhere(nic -> nic.segment().equals(s.segment()), IpSet.ALL);
      case Member.Outside o -> outside(tables.sets().external(o.external()), IpSet.ALL);
      case Member.Virtual v -> {} // A balancer opens no connections.
      case Member.Literal literal -> {
        everywhere(nic -> true, literal.addresses());
        tables.network().externals().forEach(e -> outside(e, literal.addresses()));
      }
      case Member.Any any -> {
        everywhere(nic -> true, IpSet.ALL);
        tables.network().externals().forEach(e -> outside(e, IpSet.ALL));
      }
    }
  }

  private void everywhere(Predicate<Nic> nics, IpSet within) {
    for (Machine machine : tables.network().machines()) {
      replicas(machine, 0, machine.count() - 1, nics, within);
    }
  }

  private void replicas(Machine machine, int first, int last, Predicate<Nic> chosen, IpSet within) {
    List<Nic> nics =
        machine.nics().stream()
            .filter(chosen)
            .sorted(Comparator.comparingInt(this::distance))
            .toList();
    BitSet known = seen.computeIfAbsent(machine.name(), name -> new BitSet());
    for (int offset = first; offset <= last; offset++) {
      End end = known.get(offset) ? null : end(machine, offset, nics, within);
      if (end != null) {
        clients.add(end);
        known.set(offset);
      }
    }
  }

  private @Nullable End end(Machine machine, int offset, List<Nic> nics, IpSet within) {
    for (Nic nic : nics) {
      for (Addresses addresses : nic.addresses()) {
        if (addresses.subnet().address().family() == door.address().family()) {
          Ip ip = addresses.at(offset);
          if (within.contains(ip) && !excluded.contains(ip)) {
            return ends.of(machine, offset, nic, ip);
          }
        }
      }
    }
    return null;
  }

  /**
   * A guest's own routing table: the adapter on the service's subnet, else the first with a
   * gateway.
   */
  private int distance(Nic nic) {
    if (tables.onLink(nic.segment(), door.address())) {
      return 0;
    }
    return tables.exits(nic.segment(), door.address().family()).isEmpty() ? 2 : 1;
  }

  /** Several members may each name a part of what an external has. */
  private void outside(External external, IpSet within) {
    outside.merge(external, external.addresses().intersect(within), IpSet::union);
  }

  private void addOutside(External external, IpSet addresses) {
    List<IpRange> pieces = new ArrayList<>();
    addresses
        .of(door.address().family())
        .minus(excluded)
        .ranges()
        .forEach(range -> pieces.addAll(ends.atoms().split(range)));
    List<End> each =
        pieces.stream().map(piece -> ends.of(external, piece.first(), door.gateway())).toList();
    clients.add(each, pieces);
  }
}
