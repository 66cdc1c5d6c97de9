package org.vmn.tests.oracle;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.network.Balancer;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.network.Member;
import org.vmn.runtime.network.Nic;
import org.vmn.runtime.value.Ip;

/** Balancers: any of the targets may be chosen, by one balancer only. */
record Balancing(Space space, Catalogue catalogue) {

  private List<Balancer> on(String segment) {
    return catalogue.network().balancers().stream()
        .filter(b -> b.segment().equals(segment))
        .toList();
  }

  /** What comes from outside to balancers of a segment of whose hosts none is left. */
  Headers notTakenIn(String segment, Memory memory) {
    return on(segment).stream()
        .filter(b -> memory.isOutside() && !catalogue.takesIn(b))
        .map(b -> memory.header().isTo(b.address()))
        .reduce(space.none(), Headers::or);
  }

  /** Packets to the virtual addresses of a segment. */
  Headers virtual(String segment, Header header) {
    return on(segment).stream()
        .map(b -> header.isTo(b.address()))
        .reduce(space.none(), Headers::or);
  }

  /** Translates what balancers of a segment take, and returns the rest. */
  Headers choose(
      String segment, Memory memory, Headers packets, Function<Memory, Stage> onward, Run run) {
    Headers left = packets;
    for (Balancer balancer : memory.chosen() == null ? on(segment) : List.<Balancer>of()) {
      Headers taken =
          left.and(memory.header().isTo(balancer.address()))
              .and(memory.header().is(Selection.port(balancer, balancer.port())));
      left = left.minus(taken);
      choose(balancer, memory, taken, onward, run);
    }
    return left;
  }

  private void choose(
      Balancer balancer, Memory memory, Headers taken, Function<Memory, Stage> onward, Run run) {
    boolean any = false;
    for (Member.Machines targets : balancer.targets()) {
      Machine machine = catalogue.machine(targets.machine());
      for (int i = targets.first(); i <= targets.last(); i++) {
        if (!catalogue.serves(machine, i)) {
          continue;
        }
        any = true;
        Memory chosen = memory.chosen(new Memory.Chosen(balancer.name(), machine, i));
        Ip ip = address(balancer, machine, i);
        if (ip == null) {
          run.lose(chosen, taken);
        } else {
          Header there =
              memory.header().to(new Address.Written(ip), new Port.Written(balancer.targetPort()));
          run.to(onward.apply(chosen.with(there)), taken);
        }
      }
    }
    if (!any) {
      run.lose(memory, taken);
    }
  }

  /**
   * A target serves on its first address of the family; those on the balancer's segment go first.
   */
  private static @Nullable Ip address(Balancer balancer, Machine machine, int offset) {
    List<Nic> nics = machine.nics();
    return List.of(true, false).stream()
        .flatMap(own -> nics.stream().filter(n -> n.segment().equals(balancer.segment()) == own))
        .flatMap(nic -> nic.at(offset).stream())
        .filter(ip -> ip.family() == balancer.address().family())
        .findFirst()
        .orElse(null);
  }
}
