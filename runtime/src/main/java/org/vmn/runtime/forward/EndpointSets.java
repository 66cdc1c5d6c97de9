package org.vmn.runtime.forward;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vmn.runtime.network.Balancer;
import org.vmn.runtime.network.Endpoints;
import org.vmn.runtime.network.External;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.network.Member;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.value.IpRange;
import org.vmn.runtime.value.IpSet;

/** Endpoint sets as the addresses that their members have. */
public final class EndpointSets {
  private final Map<String, Machine> machines;
  private final Map<String, External> externals;
  private final Map<String, Balancer> balancers;
  private final Map<Meaning, IpSet> known;

  /** What makes two endpoint sets equal. */
  private record Meaning(List<Member> include, List<Member> exclude) {}

  EndpointSets(Network network) {
    this(network, new ConcurrentHashMap<>());
  }

  private EndpointSets(Network network, Map<Meaning, IpSet> known) {
    this.known = known;
    machines =
        network.machines().stream().collect(Collectors.toMap(Machine::name, Function.identity()));
    externals =
        network.externals().stream().collect(Collectors.toMap(External::name, Function.identity()));
    balancers =
        network.balancers().stream().collect(Collectors.toMap(Balancer::name, Function.identity()));
  }

  /** The same sets in a network whose elements have the same addresses. */
  EndpointSets in(Network other) {
    return new EndpointSets(other, known);
  }

  public Machine machine(String name) {
    return get(machines, name);
  }

  public External external(String name) {
    return get(externals, name);
  }

  public Balancer balancer(String name) {
    return get(balancers, name);
  }

  /**
   * The addresses of all members; of a balancer, its virtual address. Many rules speak of few sets:
   * equal sets are one object.
   */
  public IpSet addresses(Endpoints endpoints) {
    return known.computeIfAbsent(
        new Meaning(endpoints.include(), endpoints.exclude()),
        m ->
            m.exclude().isEmpty()
                ? addresses(m.include())
                : addresses(m.include()).minus(addresses(m.exclude())));
  }

  private IpSet addresses(List<Member> members) {
    List<IpRange> ranges = new ArrayList<>();
    members.forEach(m -> ranges.addAll(addresses(m).ranges()));
    return IpSet.of(ranges);
  }

  /** The addresses of one member. */
  public IpSet addresses(Member member) {
    return switch (member) {
      case Member.Machines m -> addresses(m);
      case Member.OnSegment s -> onSegment(s.segment());
      case Member.Outside o -> external(o.external()).addresses();
      case Member.Virtual v -> IpSet.of(balancer(v.balancer()).address());
      case Member.Literal l -> l.addresses();
      case Member.Any a -> IpSet.ALL;
    };
  }

  private IpSet addresses(Member.Machines m) {
    return IpSet.of(
        machine(m.machine()).nics().stream()
            .flatMap(nic -> nic.addresses().stream())
            .flatMap(a -> a.slice(m.first(), m.last()).ranges().stream())
            .toList());
  }

  private IpSet onSegment(String segment) {
    return IpSet.of(
        machines.values().stream()
            .flatMap(machine -> machine.nics().stream())
            .filter(nic -> nic.segment().equals(segment))
            .flatMap(nic -> nic.addresses().stream())
            .flatMap(a -> a.ranges().stream())
            .toList());
  }

  private static <T> T get(Map<String, T> byName, String name) {
    T found = byName.get(name);
    if (found == null) {
      throw new IllegalArgumentException("the network has no `" + name + "`");
    }
    return found;
  }
}
