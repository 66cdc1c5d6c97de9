package org.vmn.generator.explain;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.network.Endpoints;
import org.vmn.runtime.network.External;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.network.Member;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.value.IpSet;

/** Whether a set speaks of something; where it speaks of a part only, it does. */
final class Sets {
  private Sets() {}

  static boolean hold(Endpoints set, Member one, Network network) {
    return set.include().stream().anyMatch(m -> holds(m, one, network))
        && set.exclude().stream().noneMatch(m -> covers(m, one, network));
  }

  private static boolean holds(Member member, Member one, Network network) {
    if (member.equals(one) || member instanceof Member.Any) {
      return true;
    }
    return switch (one) {
      case Member.Machines own -> {
        Machine machine = machine(own.machine(), network);
        yield machine != null && holds(member, machine);
      }
      case Member.Outside out ->
          member instanceof Member.Literal literal
              && network.externals().stream()
                  .filter(e -> e.name().equals(out.external()))
                  .anyMatch(e -> meets(e, literal.addresses()));
      default -> false;
    };
  }

  private static boolean holds(Member member, Machine machine) {
    return switch (member) {
      case Member.Machines m -> m.machine().equals(machine.name());
      case Member.OnSegment s ->
          machine.nics().stream().anyMatch(n -> n.segment().equals(s.segment()));
      case Member.Literal literal ->
          machine.nics().stream()
              .flatMap(n -> n.addresses().stream())
              .anyMatch(
                  a -> !a.slice(0, machine.count() - 1).intersect(literal.addresses()).isEmpty());
      default -> false;
    };
  }

  private static boolean meets(External external, IpSet addresses) {
    return !external.addresses().intersect(addresses).isEmpty();
  }

  /** Whether a member holds all of it. */
  private static boolean covers(Member member, Member one, Network network) {
    if (member.equals(one) || member instanceof Member.Any) {
      return true;
    }
    if (member instanceof Member.OnSegment s && one instanceof Member.Machines own) {
      Machine machine = machine(own.machine(), network);
      return machine != null
          && machine.nics().stream().allMatch(n -> n.segment().equals(s.segment()));
    }
    return false;
  }

  private static @Nullable Machine machine(String name, Network network) {
    List<Machine> found =
        network.machines().stream().filter(m -> m.name().equals(name)).limit(1).toList();
    return found.isEmpty() ? null : found.get(0);
  }
}
