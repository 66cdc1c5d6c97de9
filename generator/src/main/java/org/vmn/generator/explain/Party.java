package org.vmn.generator.explain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vmn.generator.text.Figures;
import org.vmn.runtime.network.Balancer;
import org.vmn.runtime.network.Endpoints;
import org.vmn.runtime.network.External;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.network.Member;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Nic;
import org.vmn.runtime.network.Policy;

/**
 * Those that connections come from and go to: machines that all rules treat alike are one.
 *
 * @param names of the declarations
 * @param members what they are in a set
 * @param opens whether connections come from here; none come from a balancer
 */
record Party(List<String> names, List<Member> members, boolean opens) {
  /** More names than these are counted. */
  private static final int MOST_NAMES = 5;

  Party {
    names = List.copyOf(names);
    members = List.copyOf(members);
  }

  static List<Party> of(Network network) {
    List<Party> parties = new ArrayList<>();
    for (External external : network.externals()) {
      parties.add(one(external.name(), new Member.Outside(external.name()), true));
    }
    for (Balancer balancer : network.balancers()) {
      parties.add(one(balancer.name(), new Member.Virtual(balancer.name()), false));
    }
    Map<List<Object>, List<Machine>> alike = new LinkedHashMap<>();
    for (Machine machine : network.machines()) {
      if (!machine.nics().isEmpty()) {
        alike.computeIfAbsent(key(machine, network), k -> new ArrayList<>()).add(machine);
      }
    }
    for (List<Machine> machines : alike.values()) {
      List<Member> members = new ArrayList<>();
      machines.forEach(m -> members.add(new Member.Machines(m.name(), 0, m.count() - 1)));
      parties.add(new Party(machines.stream().map(Machine::name).toList(), members, true));
    }
    return parties;
  }

  private static Party one(String name, Member member, boolean opens) {
    return new Party(List.of(name), List.of(member), opens);
  }

  /** What decides whom a machine may talk to. */
  private static List<Object> key(Machine machine, Network network) {
    List<Object> key = new ArrayList<>(machine.nics().stream().map(Nic::segment).toList());
    key.add(machine.quarantined());
    Member own = new Member.Machines(machine.name(), 0, machine.count() - 1);
    for (Policy.Rule rule : network.policy().rules()) {
      key.add(Sets.hold(rule.from(), own, network));
      key.add(Sets.hold(rule.to(), own, network));
    }
    return key;
  }

  boolean isIn(Endpoints set, Network network) {
    return Sets.hold(set, members.get(0), network);
  }

  Endpoints endpoints() {
    return new Endpoints(text(), members, List.of());
  }

  /** Of a party of one machine, whether that is the only replica. */
  boolean isAlone(Network network) {
    return members.size() == 1
        && members.get(0) instanceof Member.Machines m
        && m.first() == m.last()
        && network.machines().stream().anyMatch(x -> x.name().equals(m.machine()));
  }

  /** Whether some of its machines may send from addresses that aren't their own. */
  boolean forges(Network network) {
    return network.machines().stream()
        .filter(m -> opens && names.contains(m.name()))
        .anyMatch(m -> m.nics().stream().anyMatch(Nic::spoof));
  }

  String text() {
    return text(names);
  }

  static String text(List<String> names) {
    return names.size() <= MOST_NAMES
        ? String.join(", ", names)
        : String.join(", ", names.subList(0, MOST_NAMES - 1))
            + " and "
            + Figures.count(names.size() - MOST_NAMES + 1)
            + " more";
  }
}
