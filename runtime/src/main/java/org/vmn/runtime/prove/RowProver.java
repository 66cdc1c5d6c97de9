package org.vmn.runtime.prove;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.claims.Effort;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.forward.Walk;
import org.vmn.runtime.network.Assertion;
import org.vmn.runtime.network.Claim;
import org.vmn.runtime.prove.classes.Leg;
import org.vmn.runtime.prove.sides.Side;
import org.vmn.runtime.prove.sides.Target;
import org.vmn.runtime.prove.sides.Use;
import org.vmn.runtime.value.Ip;

/**
 * Decides claims by rows of bits: for each destination and each interval of traffic, the classes of
 * sources whose connections get there. Cost grows with classes and with what is asked, never with
 * replicas. Other claims, and networks in which it matters where machines are, are decided by
 * walks.
 */
final class RowProver implements Prover {
  private final Forwarding forwarding;
  private final Bounds bounds;

  /** Whether it makes no difference which host a machine is on. */
  private final boolean foldable;

  private Effort effort;
  private @Nullable Engine engine;
  private @Nullable Prover walks;

  RowProver(Forwarding forwarding, Bounds bounds) {
    this.bounds = bounds;
    this.forwarding = forwarding;
    foldable = forwarding.outage().isEmpty() && forwarding.underlay().isIntact();
    effort = effort();
  }

  private Effort effort() {
    return new Effort(bounds.walks(), bounds.nanos(), bounds.cancelled());
  }

  /** What decides, once the tables are made. */
  private record Engine(Tables tables, Decider decider, Replay replay) {}

  private Engine engine() {
    Engine made = engine;
    if (made == null) {
      Tables tables = new Tables(forwarding, bounds.bytes(), () -> effort);
      made =
          new Engine(
              tables,
              new Decider(forwarding, tables.universe(), () -> effort),
              new Replay(forwarding, tables.universe()));
      engine = made;
    }
    return made;
  }

  @Override
  public Verdict prove(Assertion assertion) {
    if (!(assertion.claim() instanceof Claim.Reach reach) || !foldable) {
      return walks().prove(assertion);
    }
    long begin = System.nanoTime();
    effort = effort();
    Finding finding;
    try {
      effort.spend(0);
      finding = prove(reach);
    } catch (Effort.Exhausted e) {
      finding = Finding.undecided(e.reason());
    }
    return new Verdict(
        assertion, finding.outcome(), finding.walk(), finding.reason(), System.nanoTime() - begin);
  }

  private Prover walks() {
    Prover known = walks;
    if (known == null) {
      known = new ClassProver(forwarding, bounds);
      walks = known;
    }
    return known;
  }

  /** What is known about a claim. */
  record Finding(Verdict.Outcome outcome, @Nullable Walk walk, String reason) {
    static final Finding PROVED = new Finding(Verdict.Outcome.PROVED, null, "");

    static Finding undecided(String reason) {
      return new Finding(Verdict.Outcome.UNDECIDED, null, reason);
    }

    static Finding refuted(@Nullable Walk walk, String reason) {
      return new Finding(Verdict.Outcome.REFUTED, walk, reason);
    }
  }

  private Finding prove(Claim.Reach claim) {
    Side side = engine().tables().sides().sources(claim.from());
    List<Target> targets = engine().tables().sides().targets(claim.to());
    if (claim.mode() == Claim.Mode.CANNOT_REACH) {
      return leaks(claim, side, targets, false);
    }
    Finding reached = reaches(claim, side, targets);
    return claim.mode() == Claim.Mode.REACHES || reached.outcome() != Verdict.Outcome.PROVED
        ? reached
        : leaks(claim, side, targets, true);
  }

  private Finding reaches(Claim.Reach claim, Side side, List<Target> targets) {
    if (side.isEmpty() && !side.mute().isEmpty()) {
      return Finding.refuted(
          null,
          "balancer `"
              + side.mute().get(0)
              + "` opens no connections of its own; name its targets");
    }
    for (Target target : targets) {
      if (strangers(side, target)) {
        return Finding.refuted(null, "they have no address family in common");
      }
    }
    Found first = Found.first();
    for (Target target : targets) {
      engine()
          .decider()
          .failures(side, target, Interval.of(claim.traffic(), target.balancer()), first);
      if (first.any()) {
        break;
      }
    }
    if (!first.any()) {
      return Finding.PROVED;
    }
    Found best = Found.best();
    for (Target target : targets) {
      engine()
          .decider()
          .failures(side, target, Interval.of(claim.traffic(), target.balancer()), best);
    }
    Violation violation = best.violation();
    return violation == null
        ? Finding.refuted(null, "no adapter of the source leads there")
        : shown(engine().replay().failing(violation));
  }

  /** Whether some source shares no address family with the target. */
  private static boolean strangers(Side side, Target target) {
    Set<Ip.Family> there = target.families();
    if (there.size() == Ip.Family.values().length) {
      return false;
    }
    for (Use use : side.uses()) {
      Use to = target.use();
      if ((to == null || use.meetsAnother(to))
          && use.legs().stream().noneMatch(leg -> there.contains(leg.address().family()))) {
        return true;
      }
    }
    Map<String, Boolean> shares = new HashMap<>();
    for (Leg leg : side.outside().keySet()) {
      if (!leg.outside().name().equals(target.outside())) {
        shares.merge(
            leg.outside().name(), there.contains(leg.address().family()), Boolean::logicalOr);
      }
    }
    return shares.containsValue(false);
  }

  private Finding leaks(Claim.Reach claim, Side side, List<Target> targets, boolean others) {
    Found first = Found.first();
    for (Target target : targets) {
      engine().decider().leaks(side, target, traffic(claim, target, others), first);
      if (first.any()) {
        break;
      }
    }
    if (!first.any()) {
      return Finding.PROVED;
    }
    Found best = Found.best();
    for (Target target : targets) {
      engine().decider().leaks(side, target, traffic(claim, target, others), best);
    }
    Violation violation = best.violation();
    return shown(violation == null ? null : engine().replay().arriving(violation));
  }

  private static List<Interval> traffic(Claim.Reach claim, Target target, boolean others) {
    List<Interval> meant = Interval.of(claim.traffic(), target.balancer());
    return others ? Interval.otherThan(meant) : meant;
  }

  /** What the rows say and the walk doesn't is no answer. */
  private static Finding shown(@Nullable Walk walk) {
    return walk == null
        ? Finding.undecided("rows and walk disagree: please report this network")
        : Finding.refuted(walk, "");
  }
}
