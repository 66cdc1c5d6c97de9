package org.vmn.runtime.claims;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.vmn.runtime.network.Claim;
import org.vmn.runtime.network.Endpoints;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.network.Member;
import org.vmn.runtime.network.Network;

/** Whose loss can make a difference to a claim. */
final class Relevant {
  private Relevant() {}

  /** The sets that a claim speaks of. */
  static List<Endpoints> sets(Claim claim) {
    return switch (claim) {
      case Claim.Reach c -> List.of(c.from(), c.to());
      case Claim.Crosses c -> List.of(c.from(), c.to());
      case Claim.Isolated c -> List.of(c.from(), c.to());
      case Claim.MtuAtLeast c -> List.of(c.from(), c.to());
      case Claim.Redundant c -> List.of(c.from(), c.to());
      case Claim.UnderFailures c -> sets(c.claim());
      case Claim.NoLoops c -> List.of();
      case Claim.NoBlackHoles c -> List.of();
      case Claim.Usage c -> List.of();
    };
  }

  /**
   * The sets of which something must be left for a claim to hold: who is down reaches nobody, which
   * is what a claim that forbids something wants.
   */
  static List<Endpoints> needed(Claim claim) {
    return switch (claim) {
      case Claim.Reach c when c.mode() == Claim.Mode.CANNOT_REACH -> List.of();
      case Claim.Crosses c -> List.of();
      case Claim.Isolated c -> List.of();
      case Claim.UnderFailures c -> needed(c.claim());
      default -> sets(claim);
    };
  }

  /**
   * Names of the machines that walks of the claim begin at, end at, or are led to by a balancer or
   * a chain. Of claims about everything, all.
   */
  static Set<String> machines(Claim claim, Network network) {
    Set<String> names = new LinkedHashSet<>();
    List<Endpoints> sets = sets(claim);
    if (sets.isEmpty()) {
      network.machines().stream().map(Machine::name).forEach(names::add);
    }
    List<Member> members = new ArrayList<>();
    sets.forEach(s -> members.addAll(s.include()));
    network.balancers().forEach(b -> members.addAll(b.targets()));
    network.chains().forEach(c -> c.stages().forEach(s -> members.addAll(s.instances())));
    for (Member member : members) {
      switch (member) {
        case Member.Machines m -> names.add(m.machine());
        case Member.OnSegment s ->
            network.machines().stream()
                .filter(m -> m.nics().stream().anyMatch(n -> n.segment().equals(s.segment())))
                .forEach(m -> names.add(m.name()));
        case Member.Any a -> network.machines().forEach(m -> names.add(m.name()));
        case Member.Literal l -> network.machines().forEach(m -> names.add(m.name()));
        case Member.Outside o -> {}
        case Member.Virtual v -> {}
      }
    }
    return names;
  }
}
