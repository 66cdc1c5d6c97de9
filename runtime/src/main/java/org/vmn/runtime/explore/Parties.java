package org.vmn.runtime.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.vmn.runtime.forward.EndpointSets;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.network.Addresses;
import org.vmn.runtime.network.Balancer;
import org.vmn.runtime.network.Endpoints;
import org.vmn.runtime.network.External;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.network.Member;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Nic;
import org.vmn.runtime.value.Ip;
import org.vmn.runtime.value.IpRange;
import org.vmn.runtime.value.IpSet;

/** Endpoint sets as classes. */
public final class Parties {
  private static final Endpoints EVERYBODY =
      new Endpoints("any", List.of(new Member.Any()), List.of());

  private final Network network;
  private final EndpointSets sets;
  private final Cuts cuts;

  private final Survivors survivors;

  public Parties(Forwarding forwarding, Cuts cuts) {
    survivors = new Survivors(forwarding);
    this.network = forwarding.network();
    this.sets = forwarding.sets();
    this.cuts = cuts;
  }

  /** Classes of destinations, less those of which nothing is up. */
  public List<Party> of(Endpoints endpoints) {
    List<Party> parties = new ArrayList<>();
    IpSet excluded = excluded(endpoints);
    endpoints.include().forEach(m -> add(m, excluded, parties));
    return parties;
  }

  private IpSet excluded(Endpoints endpoints) {
    return endpoints.exclude().stream().map(sets::addresses).reduce(IpSet.NONE, IpSet::union);
  }

  /** Who opens connections: of literal addresses, whoever has some of a family. */
  public List<Party> sources(Endpoints endpoints) {
    List<Party> parties = new ArrayList<>();
    IpSet excluded = excluded(endpoints);
    for (Member member : endpoints.include()) {
      if (member instanceof Member.Literal literal) {
        IpSet meant = literal.addresses().minus(excluded);
        for (Ip.Family family : Ip.Family.values()) {
          add(new Member.Any(), meant.of(family).complement(), parties);
        }
      } else {
        add(member, excluded, parties);
      }
    }
    return parties;
  }

  /** Whoever sends anything: who may forge needs no address of its own. */
  public List<Party> senders() {
    List<Party> parties = new ArrayList<>(sources(EVERYBODY));
    for (Machine machine : network.machines()) {
      List<Nic> bare =
          machine.nics().stream().filter(n -> n.spoof() && n.addresses().isEmpty()).toList();
      if (!bare.isEmpty()) {
        for (List<Integer> up : survivors.of(machine, 0, machine.count() - 1)) {
          parties.add(new Party.Replicas(machine, 0, machine.count() - 1, bare, IpSet.ALL, up));
        }
      }
    }
    return parties;
  }

  /** The classes of a balancer's targets. */
  public List<Party.Replicas> replicas(Member.Machines member) {
    List<Party> parties = new ArrayList<>();
    add(member, IpSet.NONE, parties);
    return parties.stream().map(Party.Replicas.class::cast).toList();
  }

  /** All addresses of a family, in parts that no table tells apart. */
  List<IpRange> everyAddress(Ip.Family family) {
    return cuts.parts(IpSet.ALL.of(family));
  }

  private void add(Member member, IpSet excluded, List<Party> parties) {
    switch (member) {
      case Member.Machines m -> {
        Machine machine = sets.machine(m.machine());
        addReplicas(machine, m.first(), m.last(), machine.nics(), excluded.complement(), parties);
      }
      case Member.OnSegment s -> {
        for (Machine machine : network.machines()) {
          List<Nic> on =
              machine.nics().stream().filter(n -> n.segment().equals(s.segment())).toList();
          if (!on.isEmpty()) {
            addReplicas(machine, 0, machine.count() - 1, on, excluded.complement(), parties);
          }
        }
      }
      case Member.Outside o -> addOutside(sets.external(o.external()), excluded, parties);
      case Member.Virtual v -> {
        Balancer balancer = sets.balancer(v.balancer());
        if (!excluded.contains(balancer.address())) {
          parties.add(new Party.Virtual(balancer));
        }
      }
      case Member.Literal l ->
          cuts.parts(l.addresses().minus(excluded)).forEach(r -> parties.add(new Party.Literal(r)));
      case Member.Any a -> {
        network
            .machines()
            .forEach(
                m -> addReplicas(m, 0, m.count() - 1, m.nics(), excluded.complement(), parties));
        network.externals().forEach(e -> addOutside(e, excluded, parties));
      }
    }
  }

  private void addOutside(External external, IpSet excluded, List<Party> parties) {
    IpSet meant = external.addresses().minus(excluded);
    Set<Ip.Family> families =
        meant.ranges().stream().map(r -> r.first().family()).collect(Collectors.toSet());
    for (IpRange part : cuts.parts(meant)) {
      parties.add(new Party.Outside(external, part, families));
    }
  }

  /**
   * Cuts replicas wherever a cut, or the border of what is meant, falls into the addresses of one
   * of their adapters.
   */
  private void addReplicas(
      Machine machine, int first, int last, List<Nic> nics, IpSet within, List<Party> parties) {
    NavigableSet<Integer> begins = new TreeSet<>();
    begins.add(first);
    for (Nic nic : machine.nics()) {
      for (Addresses block : nic.addresses()) {
        IpSet slice = block.slice(first, last);
        for (IpRange part : cuts.parts(slice)) {
          begins.add(block.offsetOf(part.first()));
        }
        for (IpRange part : within.intersect(slice).ranges()) {
          begins.add(block.offsetOf(part.first()));
          if (block.offsetOf(part.last()) < last) {
            begins.add(block.offsetOf(part.last()) + 1);
          }
        }
      }
    }
    for (int from : begins) {
      Integer next = begins.higher(from);
      int to = next == null ? last : next - 1;
      List<Nic> meant =
          nics.stream().filter(n -> n.at(from).stream().anyMatch(within::contains)).toList();
      if (!meant.isEmpty()) {
        for (List<Integer> up : survivors.of(machine, from, to)) {
          parties.add(new Party.Replicas(machine, from, to, meant, within, up));
        }
      }
    }
  }
}
