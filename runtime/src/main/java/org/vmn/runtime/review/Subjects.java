package org.vmn.runtime.review;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.vmn.runtime.network.Endpoints;
import org.vmn.runtime.network.Group;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.network.Member;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Router;
import org.vmn.runtime.value.Ip;
import org.vmn.runtime.value.IpSet;

/**
 * Whom a matrix speaks of: externals, groups, machines that are in no group, and, as destinations,
 * balancers and the addresses that routers translate. In order of declaration.
 */
final class Subjects {
  private Subjects() {}

  static List<Endpoints> sources(Network network) {
    List<Endpoints> all = new ArrayList<>();
    network
        .externals()
        .forEach(e ->
            all.add(new Endpoints(e.name(), List.of(new Member.Outside(e.name())), List.of())));
    Set<String> grouped = new HashSet<>();
    for (Group group : network.groups()) {
      boolean opens =
          group.members().include().stream().noneMatch(Member.Virtual.class::isInstance);
      if (opens) {
        Endpoints members = group.members();
        all.add(new Endpoints(group.name(), members.include(), members.exclude()));
        members.include().stream()
            .filter(m -> members.exclude().isEmpty() && m instanceof Member.Machines)
            .map(m -> (Member.Machines) m)
            .filter(m -> isWhole(network, m))
            .forEach(m -> grouped.add(m.machine()));
      }
    }
    network.machines().stream()
        .filter(m -> !grouped.contains(m.name()) && !m.nics().isEmpty())
        .forEach(m ->
            all.add(
                new Endpoints(
                    m.name(),
                    List.of(new Member.Machines(m.name(), 0, m.count() - 1)),
                    List.of())));
    return all;
  }

  private static boolean isWhole(Network network, Member.Machines member) {
    return member.first() == 0
        && network.machines().stream()
            .filter(m -> m.name().equals(member.machine()))
            .mapToInt(Machine::count)
            .anyMatch(count -> member.last() == count - 1);
  }

  static List<Endpoints> destinations(Network network) {
    List<Endpoints> all = new ArrayList<>(sources(network));
    all.addAll(virtual(network));
    return all;
  }

  /** Destinations that open no connections: balancers, and addresses that routers translate. */
  static List<Endpoints> virtual(Network network) {
    List<Endpoints> all = new ArrayList<>();
    network
        .balancers()
        .forEach(b ->
            all.add(new Endpoints(b.name(), List.of(new Member.Virtual(b.name())), List.of())));
    translated(network)
        .forEach(ip ->
            all.add(
                new Endpoints(
                    ip.toString(), List.of(new Member.Literal(IpSet.of(ip))), List.of())));
    return all;
  }

  /** Addresses that lead to machines which don't have them. */
  private static Set<Ip> translated(Network network) {
    Set<Ip> addresses = new LinkedHashSet<>();
    for (Router router : network.routers()) {
      router.floating().forEach(f -> addresses.add(f.address()));
      router.dnat().forEach(d -> addresses.add(d.address()));
    }
    return addresses;
  }
}
