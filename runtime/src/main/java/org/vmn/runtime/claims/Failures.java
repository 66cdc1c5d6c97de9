package org.vmn.runtime.claims;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.explore.Classes;
import org.vmn.runtime.explore.Cuts;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.forward.Watch;
import org.vmn.runtime.network.Chain;
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
  private final Claims intact;
  private final Effort effort;

  /**
   * @param intact claims about the network with nothing down
   */
  Failures(Forwarding whole, Claims intact, Effort effort) {
    this.whole = whole;
    this.intact = intact;
    this.effort = effort;
  }

  /** Failures move no border of a table. */
  private Cuts cuts() {
    return intact.classes().cuts();
  }

  /** What {@code redundant} says. */
  static Claim.UnderFailures of(Claim.Redundant claim) {
    return new Claim.UnderFailures(
        1,
        List.of(Claim.Kind.values()),
        new Claim.Reach(Claim.Mode.REACHES, claim.from(), claim.to(), claim.traffic()));
  }

  Finding decide(Claim.UnderFailures claim) {
    if (onlyForbids(claim)) {
      return forbidden(claim);
    }
    return claim.claim() instanceof Claim.Reach reach ? decide(claim, reach) : decideAny(claim);
  }

  /**
   * Whether the claim only says what no packet does, and failures take possibilities away without
   * giving others. The loss of a router does: routes through it are withdrawn, and packets go other
   * ways. So does a chain that is passed over, and a gateway that is elsewhere then, unless all
   * hosts are wired alike.
   */
  private boolean onlyForbids(Claim.UnderFailures claim) {
    boolean forbids =
        switch (claim.claim()) {
          case Claim.Reach c -> c.mode() == Claim.Mode.CANNOT_REACH;
          case Claim.Crosses c -> true;
          case Claim.Isolated c -> true;
          case Claim.NoLoops c -> true;
          case Claim.NoBlackHoles c -> true;
          default -> false;
        };
    return forbids
        && !claim.kinds().contains(Claim.Kind.ROUTER)
        && whole.network().chains().stream().noneMatch(Chain::failOpen)
        && (whole.underlay().isIntact() || hasNoStandby());
  }

  private boolean hasNoStandby() {
    return whole.network().routers().stream().allMatch(r -> r.standby() == null)
        && whole.network().balancers().stream().allMatch(b -> b.standby() == null);
  }

  /** What is forbidden with nothing down stays so; but a set that is needed may be lost. */
  private Finding forbidden(Claim.UnderFailures claim) {
    Finding before = decide(claim.claim(), List.of());
    if (!before.holds()) {
      return before.when(List.of(), Elements.down(List.of()));
    }
    for (int most = 1; most <= claim.count(); most++) {
      for (Endpoints set : Relevant.needed(claim)) {
        @Nullable Set<Element> lost =
            Extinction.of(intact.classes().parties(), set, claim.kinds(), most);
        if (lost != null) {
          List<Element> failed = List.copyOf(lost);
          return decide(claim.claim(), failed).when(failed, Elements.down(failed));
        }
      }
    }
    return Finding.HOLDS;
  }

  private Finding decide(Claim.UnderFailures claim, Claim.Reach reach) {
    Finding before = decide(reach, List.of());
    if (!before.holds()) {
      return before.when(List.of(), Elements.down(List.of()));
    }
    Classes classes = intact.classes();
    Claims.Losses losses = intact.losses(claim.kinds(), claim.count());
    HostKinds kinds = losses.hosts();
    Watch watch = new Watch(losses.wires(), claim.kinds(), claim.count());
    Breaking breaking = new Breaking(whole, classes.parties(), kinds, watch, effort);
    Trials trials = new Trials(classes, kinds);
    for (int most = 1; most <= claim.count(); most++) {
      @Nullable Set<Element> broken = broken(claim, reach, classes, trials, breaking, most);
      if (broken != null) {
        List<Element> failed = List.copyOf(broken);
        Finding finding = decide(reach, failed);
        return finding.holds()
            ? Finding.unknown(
                Elements.down(failed) + " search and walk disagree: please report this network")
            : finding.when(failed, Elements.down(failed));
      }
      if (breaking.isExhausted()) {
        return effort.exhausted();
      }
    }
    return Finding.HOLDS;
  }

  private static @Nullable Set<Element> broken(
      Claim.UnderFailures claim,
      Claim.Reach reach,
      Classes classes,
      Trials trials,
      Breaking breaking,
      int most) {
    for (Endpoints set : Relevant.needed(claim)) {
      @Nullable Set<Element> lost = Extinction.of(classes.parties(), set, claim.kinds(), most);
      if (lost != null) {
        return lost;
      }
    }
    List<Set<Element>> found = new ArrayList<>(1);
    trials.each(
        reach,
        trial -> {
          @Nullable Set<Element> broken = breaking.of(trial, most);
          if (broken != null) {
            found.add(broken);
          }
          return broken != null || breaking.isExhausted();
        });
    return found.isEmpty() ? null : found.get(0);
  }

  private Finding decideAny(Claim.UnderFailures claim) {
    Symmetry symmetry = new Symmetry(whole, cuts(), claim);
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
    if (failed.isEmpty() && intact.isKnown(claim)) {
      return Finding.HOLDS;
    }
    Claims claims = failed.isEmpty() ? intact : Claims.about(whole.without(failed), cuts());
    for (Endpoints set : failed.isEmpty() ? List.<Endpoints>of() : Relevant.needed(claim)) {
      if (intact.survives(set) && !claims.survives(set)) {
        return Finding.fails(null, "nothing of `" + set.text() + "` survives");
      }
    }
    return claims.decide(claim, effort);
  }
}
