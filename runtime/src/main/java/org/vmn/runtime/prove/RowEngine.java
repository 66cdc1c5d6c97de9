package org.vmn.runtime.prove;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.explore.Strangers;
import org.vmn.runtime.forward.Edit;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.forward.Walk;
import org.vmn.runtime.network.Claim;
import org.vmn.runtime.prove.classes.Leg;
import org.vmn.runtime.prove.rows.Rule;
import org.vmn.runtime.prove.sides.Side;
import org.vmn.runtime.prove.sides.Target;
import org.vmn.runtime.prove.sides.Use;
import org.vmn.runtime.value.Ip;

/** Decides who reaches whom by rows, and works out connections that refute it. */
final class RowEngine {
  private final Tables tables;
  private final Decider decider;
  private final Replay replay;

  private RowEngine(Tables tables, Decider decider, Replay replay) {
    this.tables = tables;
    this.decider = decider;
    this.replay = replay;
  }

  /**
   * @param bytes that rows may hold, 0 for no limit
   */
  static RowEngine of(Forwarding forwarding, long bytes, Meter meter) {
    Tables tables = new Tables(forwarding, bytes, meter);
    return new RowEngine(
        tables,
        new Decider(forwarding, tables.universe(), meter),
        new Replay(forwarding, tables.universe()));
  }

  /**
   * The engine of a network in which rules changed. It has the same tables: this one must not be
   * asked any more.
   *
   * @param outdated verdicts that the edit may change are taken out of it
   * @return null where the tables don't fit the new rules
   */
  @Nullable RowEngine edited(Edit edit, Memory outdated) {
    List<Rule> changed = tables.change(edit.rules());
    if (changed == null) {
      return null;
    }
    outdated.outdate(changed, tables.sets());
    tables.sides().trim();
    return new RowEngine(tables, decider, new Replay(edit.after(), tables.universe()));
  }

  /** What a verdict on a claim depends on. */
  Known.Rows rows(Claim.Reach claim) {
    return new Known.Rows(
        claim, tables.sides().sources(claim.from()), tables.sides().targets(claim.to()));
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

  /** Whether a claim holds; what refutes it isn't worked out. */
  Finding decide(Claim.Reach claim) {
    Side side = tables.sides().sources(claim.from());
    if (side.isEmpty() && !side.mute().isEmpty()) {
      return Finding.undecided(
          "balancer `%s` opens no connections: name its targets, or swap the sides"
              .formatted(side.mute().get(0)));
    }
    List<Target> targets = tables.sides().targets(claim.to());
    if (claim.mode() != Claim.Mode.CANNOT_REACH) {
      for (Target target : targets) {
        @Nullable String strangers = strangers(side, target);
        if (strangers != null) {
          return Finding.refuted(strangers);
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
  Finding explained(Claim.Reach claim) {
    Side side = tables.sides().sources(claim.from());
    List<Target> targets = tables.sides().targets(claim.to());
    if (claim.mode() != Claim.Mode.CANNOT_REACH) {
      Found failing = fails(claim, side, targets, Found.best());
      if (failing.any()) {
        Violation violation = failing.violation();
        return violation == null
            ? Finding.refuted("no adapter of the source leads there")
            : Finding.shown(replay.failing(violation));
      }
    }
    Violation violation = leaks(claim, side, targets, Found.best()).violation();
    return Finding.shown(violation == null ? null : replay.arriving(violation));
  }

  private Found fails(Claim.Reach claim, Side side, List<Target> targets, Found found) {
    List<Interval> stated = claim.traffic() == null ? null : traffic(claim, null, false);
    for (Target target : targets) {
      decider.failures(
          side, target, stated == null ? traffic(claim, target, false) : stated, found);
      if (found.enough()) {
        break;
      }
    }
    return found;
  }

  private Found leaks(Claim.Reach claim, Side side, List<Target> targets, Found found) {
    boolean others = claim.mode() == Claim.Mode.REACHES_ONLY;
    List<Interval> stated = claim.traffic() == null ? null : traffic(claim, null, others);
    for (Target target : targets) {
      decider.leaks(side, target, stated == null ? traffic(claim, target, others) : stated, found);
      if (found.enough()) {
        break;
      }
    }
    return found;
  }

  /**
   * @param target needn't be known where the claim states traffic
   */
  private static List<Interval> traffic(
      Claim.Reach claim, @Nullable Target target, boolean others) {
    List<Interval> meant = Interval.of(claim.traffic(), target == null ? null : target.balancer());
    return others ? Interval.otherThan(meant) : meant;
  }

  /** Why some source can't connect to the target in any address family, or null. */
  static @Nullable String strangers(Side side, Target target) {
    Set<Ip.Family> there = target.families();
    if (there.size() == Ip.Family.values().length) {
      return null;
    }
    for (Use use : side.uses()) {
      Use to = target.use();
      if (!speaksOne(use, there) && (to == null || use.meetsAnother(to))) {
        Set<Ip.Family> own = new TreeSet<>();
        use.legs().forEach(leg -> own.add(leg.address().family()));
        return Strangers.reason(use.first().toString(), own, name(target), there);
      }
    }
    for (Side.Outsider from : side.outsiders()) {
      if (!from.external().equals(target.outside())
          && Collections.disjoint(from.families(), there)) {
        return Strangers.reason(from.external(), from.families(), name(target), there);
      }
    }
    return null;
  }

  private static boolean speaksOne(Use use, Set<Ip.Family> families) {
    for (Leg leg : use.legs()) {
      if (families.contains(leg.address().family())) {
        return true;
      }
    }
    return false;
  }

  private static String name(Target target) {
    if (target.use() != null) {
      return target.use().first().toString();
    }
    if (target.balancer() != null) {
      return target.balancer().name();
    }
    return target.outside() != null
        ? target.outside()
        : target.addresses().get(0).lowest().toString();
  }
}
