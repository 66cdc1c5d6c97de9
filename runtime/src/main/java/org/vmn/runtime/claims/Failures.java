package org.vmn.runtime.claims;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.network.Claim;
import org.vmn.runtime.network.Element;
import org.vmn.runtime.network.Endpoints;

/**
 * A claim for every set of at most so many failed elements. All sets are covered: those that the
 * network can't tell from one that was tried, because hosts carry the same and replicas are alike,
 * are left out ({@link Symmetry}). Smaller sets come first, so that the one that is shown is
 * minimal.
 */
final class Failures {
  private final Forwarding whole;
  private final Effort effort;

  Failures(Forwarding whole, Effort effort) {
    this.whole = whole;
    this.effort = effort;
  }

  /** What {@code redundant} says. */
  static Claim.UnderFailures of(Claim.Redundant claim) {
    return new Claim.UnderFailures(
        1,
        List.of(Claim.Kind.values()),
        new Claim.Reach(Claim.Mode.REACHES, claim.from(), claim.to(), claim.traffic()));
  }

  Finding decide(Claim.UnderFailures claim) {
    Symmetry symmetry = new Symmetry(whole, claim);
    Set<String> seen = new HashSet<>();
    List<List<Element>> round = List.of(List.of());
    for (int down = 0; down <= claim.count(); down++) {
      List<List<Element>> next = new ArrayList<>();
      for (List<Element> failed : round) {
        if (!seen.add(symmetry.signature(failed))) {
          continue;
        }
        Finding finding = decide(claim.claim(), failed);
        if (!finding.holds()) {
          return finding.when(failed, Elements.down(failed));
        }
        if (effort.spent(1)) {
          return effort.exhausted();
        }
        if (down < claim.count()) {
          symmetry.candidates(failed).forEach(e -> next.add(with(failed, e)));
        }
      }
      round = next;
    }
    return Finding.HOLDS;
  }

  private static List<Element> with(List<Element> failed, Element more) {
    List<Element> all = new ArrayList<>(failed);
    all.add(more);
    return all;
  }

  /** The claim with just these down. */
  Finding decide(Claim claim, List<Element> failed) {
    Forwarding left = failed.isEmpty() ? whole : whole.without(failed);
    Claims claims = Claims.about(left);
    for (Endpoints set : failed.isEmpty() ? List.<Endpoints>of() : Relevant.sets(claim)) {
      if (!claims.survives(set)) {
        return Finding.fails(null, "nothing of `" + set.text() + "` survives");
      }
    }
    return claims.decide(claim, effort);
  }
}
