package org.vmn.runtime.prove;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
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
    Finding finding =
        within(() -> {
          Finding found = decide(reach);
          return found.isBare() ? explained(reach) : found;
        });
    return new Verdict(
        assertion, finding.outcome(), finding.walk(), finding.reason(), System.nanoTime() - begin);
  }

  @Override
  public Verdict.Outcome decide(Assertion assertion) {
    return assertion.claim() instanceof Claim.Reach reach && foldable
        ? within(() -> decide(reach)).outcome()
        : walks().decide(assertion);
  }

  private Finding within(Supplier<Finding> work) {
    effort = effort();
    try {
      effort.spend(0);
      return work.get();
    } catch (Effort.Exhausted e) {
      return Finding.undecided(e.reason());
    }
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

    /** By a connection that was not worked out. */
    static final Finding REFUTED = new Finding(Verdict.Outcome.REFUTED, null, "");

    static Finding undecided(String reason) {
      return new Finding(Verdict.Outcome.UNDECIDED, null, reason);
    }

    static Finding refuted(String reason) {
      return new Finding(Verdict.Outcome.REFUTED, null, reason);
    }

    /** What the rows say and the walk doesn't is no answer. */
    static Finding shown(@Nullable Walk walk) {
      return walk == null
          ? undecided("rows and walk disagree: please report this network")
          : new Finding(Verdict.Outcome.REFUTED, walk, "");
    }

    boolean isBare() {
      return outcome == Verdict.Outcome.REFUTED && walk == null && reason.isEmpty();
    }
  }

  private Finding decide(Claim.Reach claim) {
    Side side = engine().tables().sides().sources(claim.from());
    if (side.isEmpty() && !side.mute().isEmpty()) {
      return Finding.undecided(
          "balancer `%s` opens no connections of its own; name its targets"
              .formatted(side.mute().get(0)));
    }
    List<Target> targets = engine().tables().sides().targets(claim.to());
    if (claim.mode() != Claim.Mode.CANNOT_REACH) {
      for (Target target : targets) {
        if (strangers(side, target)) {
          return Finding.refuted("they have no address family in common");
        }
      }
      if (fails(claim, side, targets, Found.first()).any()) {
        return Finding.REFUTED;
      }
    }
    return claim.mode() != Claim.Mode.REACHES && leaks(claim, side, targets, Found.first()).any()
        ? Finding.REFUTED
        : Finding.PROVED;
  }

  /** The best of all connections that refute a claim, walked. */
  private Finding explained(Claim.Reach claim) {
    Side side = engine().tables().sides().sources(claim.from());
    List<Target> targets = engine().tables().sides().targets(claim.to());
    if (claim.mode() != Claim.Mode.CANNOT_REACH) {
      Found failing = fails(claim, side, targets, Found.best());
      if (failing.any()) {
        Violation violation = failing.violation();
        return violation == null
            ? Finding.refuted("no adapter of the source leads there")
            : Finding.shown(engine().replay().failing(violation));
      }
    }
    Violation violation = leaks(claim, side, targets, Found.best()).violation();
    return Finding.shown(violation == null ? null : engine().replay().arriving(violation));
  }

  private Found fails(Claim.Reach claim, Side side, List<Target> targets, Found found) {
    for (Target target : targets) {
      engine().decider().failures(side, target, traffic(claim, target, false), found);
      if (found.enough()) {
        break;
      }
    }
    return found;
  }

  private Found leaks(Claim.Reach claim, Side side, List<Target> targets, Found found) {
    boolean others = claim.mode() == Claim.Mode.REACHES_ONLY;
    for (Target target : targets) {
      engine().decider().leaks(side, target, traffic(claim, target, others), found);
      if (found.enough()) {
        break;
      }
    }
    return found;
  }

  private static List<Interval> traffic(Claim.Reach claim, Target target, boolean others) {
    List<Interval> meant = Interval.of(claim.traffic(), target.balancer());
    return others ? Interval.otherThan(meant) : meant;
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
}
