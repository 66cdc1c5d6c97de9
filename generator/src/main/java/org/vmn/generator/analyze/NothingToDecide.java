package org.vmn.generator.analyze;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.diagnostics.Problem;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.network.Assertion;
import org.vmn.runtime.network.Claim;
import org.vmn.runtime.network.Endpoints;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.network.Member;

/**
 * Assertions about a machine and itself: it is no destination of its own, so there is no pair that
 * the assertion could be wrong about.
 */
final class NothingToDecide implements Pass {
  /** One replica of a machine. */
  private record Replica(String machine, int index) {}

  @Override
  public void check(Forwarding forwarding, Consumer<Problem> out) {
    List<Machine> machines = forwarding.network().machines();
    for (Assertion assertion : forwarding.network().assertions()) {
      Pair pair = assertion.by() == null ? pair(assertion.claim()) : null;
      Replica from = pair == null ? null : only(pair.from(), machines);
      if (pair != null && from != null && from.equals(only(pair.to(), machines))) {
        out.accept(
            Problem.of(
                    Code.NOTHING_TO_DECIDE,
                    assertion.origin(),
                    "`"
                        + from.machine()
                        + "` is both ends of this, and the only one: it holds"
                        + " whatever the network is")
                .help("name who is at the other end"));
      }
    }
  }

  private record Pair(Endpoints from, Endpoints to) {}

  private static @Nullable Pair pair(Claim claim) {
    return switch (claim) {
      case Claim.Reach reach -> new Pair(reach.from(), reach.to());
      case Claim.Crosses crosses -> new Pair(crosses.from(), crosses.to());
      case Claim.Isolated isolated -> new Pair(isolated.from(), isolated.to());
      case Claim.MtuAtLeast mtu -> new Pair(mtu.from(), mtu.to());
      // What fails may be the machine itself.
      case Claim.Redundant redundant -> null;
      case Claim.UnderFailures failures -> null;
      case Claim.NoLoops loops -> null;
      case Claim.NoBlackHoles holes -> null;
      case Claim.Usage usage -> null;
    };
  }

  /** The one replica that a set is; null where it is more, less, or has other things in it. */
  private static @Nullable Replica only(Endpoints set, List<Machine> machines) {
    if (!set.exclude().isEmpty()) {
      return null;
    }
    Set<Replica> found = new HashSet<>();
    for (Member member : set.include()) {
      switch (member) {
        case Member.Machines some -> {
          if (some.first() != some.last()) {
            return null;
          }
          found.add(new Replica(some.machine(), some.first()));
        }
        case Member.OnSegment on -> {
          for (Machine machine : machines) {
            if (machine.nics().stream().anyMatch(n -> n.segment().equals(on.segment()))) {
              if (machine.count() > 1) {
                return null;
              }
              found.add(new Replica(machine.name(), 0));
            }
          }
        }
        default -> {
          return null;
        }
      }
    }
    return found.size() == 1 ? found.iterator().next() : null;
  }
}
