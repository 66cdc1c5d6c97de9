package org.vmn.runtime.claims;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.explore.Answer;
import org.vmn.runtime.explore.Attempts;
import org.vmn.runtime.explore.Classes;
import org.vmn.runtime.explore.Parties;
import org.vmn.runtime.explore.Party;
import org.vmn.runtime.explore.Probe;
import org.vmn.runtime.explore.Probes;
import org.vmn.runtime.network.Claim;

/**
 * Who reaches whom, by one walk for each pair of classes, each class of ports and each choice.
 * Exact, because every table that a walk reads is constant on the classes; the number of walks
 * grows with the rules and blocks of addresses that were written, never with replicas.
 */
final class Reaching {
  private final Effort effort;
  private final Parties parties;
  private final Attempts attempts;
  private final Probes probes;

  Reaching(Classes classes, Effort effort) {
    this.effort = effort;
    parties = classes.parties();
    attempts = classes.attempts();
    probes = classes.probes();
  }

  Finding decide(Claim.Reach claim) {
    return switch (claim.mode()) {
      case REACHES -> decide(claim, true, p -> probes.of(claim.traffic(), p));
      case CANNOT_REACH -> decide(claim, false, p -> probes.of(claim.traffic(), p));
      case REACHES_ONLY -> {
        Finding reached = decide(claim, true, p -> probes.of(claim.traffic(), p));
        yield reached.holds()
            ? decide(claim, false, p -> probes.otherThan(claim.traffic(), p))
            : reached;
      }
    };
  }

  private Finding decide(Claim.Reach claim, boolean reach, Function<Party, List<Probe>> probesTo) {
    List<Party> sources = parties.sources(claim.from());
    Finding nobody = opensNothing(sources);
    if (nobody != null) {
      return nobody;
    }
    for (Party source : sources) {
      for (Party destination : parties.of(claim.to())) {
        for (Probe probe : probesTo.apply(destination)) {
          Answer answer =
              reach
                  ? attempts.reaches(source, destination, probe)
                  : attempts.leaks(source, destination, probe);
          if (answer.refutes()) {
            return Finding.fails(answer.walk(), answer.reason());
          }
          if (effort.spent(answer.walks())) {
            return effort.exhausted();
          }
        }
      }
    }
    return Finding.HOLDS;
  }

  /** Balancers among the sources add nothing; what is said of them alone is meant otherwise. */
  static @Nullable Finding opensNothing(List<Party> sources) {
    if (sources.isEmpty() || !sources.stream().allMatch(Party.Virtual.class::isInstance)) {
      return null;
    }
    return Finding.unknown(
        "balancer `%s` opens no connections: name its targets, or swap the sides"
            .formatted(((Party.Virtual) sources.get(0)).balancer().name()));
  }
}
