package org.vmn.runtime.review;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoublePredicate;
import org.vmn.runtime.claims.Effort;
import org.vmn.runtime.claims.Elements;
import org.vmn.runtime.claims.MinimalCut;
import org.vmn.runtime.claims.MinimalCuts;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.network.Assertion;
import org.vmn.runtime.network.Claim;
import org.vmn.runtime.network.Likeness;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Router;
import org.vmn.runtime.prove.Bounds;
import org.vmn.runtime.prove.Prover;
import org.vmn.runtime.prove.Verdict.Outcome;
import org.vmn.runtime.review.Change.Kind;
import org.vmn.runtime.review.Change.Line;

/**
 * What a change means for assertions: those that both networks make, and those that are dropped.
 */
final class Comparison {
  private static final long MOST_WALKS = 5_000_000;

  private final DoublePredicate stop;
  private final MinimalCuts before;
  private final MinimalCuts after;
  private final List<Line> lines = new ArrayList<>();

  /** Whether what can fail, and what goes on when it has, is the same in both. */
  private final boolean alikeUnderFailures;

  private Comparison(Forwarding before, Forwarding after, DoublePredicate stop) {
    this.stop = stop;
    this.before = MinimalCuts.of(before);
    this.after = MinimalCuts.of(after);
    alikeUnderFailures =
        endsDecide(before.network())
            && Likeness.alike(frame(before.network()), frame(after.network()));
  }

  /** An assertion of both networks, and what the first says of it. */
  private record Kept(Assertion old, Assertion now, Outcome was) {}

  /**
   * In the order of the second network.
   *
   * @param stop told from time to time how much is done, from 0 to 1; true ends it
   */
  static List<Line> between(Forwarding before, Forwarding after, DoublePredicate stop) {
    Map<String, Assertion> old = new HashMap<>();
    before.network().assertions().forEach(a -> old.put(a.text(), a));
    List<Assertion> both =
        after.network().assertions().stream().filter(a -> old.containsKey(a.text())).toList();
    Comparison comparison = new Comparison(before, after, stop);
    comparison.dropped(before.network().assertions(), after.network().assertions());
    Prover was = Prover.of(before, Bounds.USUAL);
    List<Kept> kept = new ArrayList<>();
    for (Assertion now : both) {
      Assertion same = old.get(now.text());
      if (same != null && !stop.test(kept.size() / 2.0 / both.size())) {
        kept.add(new Kept(same, now, was.decide(same)));
      }
    }
    // From here on what the change doesn't touch is known, and the first prover knows nothing.
    Prover is = Prover.after(was, after.network(), Bounds.USUAL);
    for (int i = 0; i < kept.size(); i++) {
      double done = (1 + (double) i / kept.size()) / 2;
      if (!stop.test(done)) {
        comparison.compare(kept.get(i), is, done);
      }
    }
    return comparison.lines;
  }

  /** A change that asserts less than before says so: what it opens may have been forbidden. */
  private void dropped(List<Assertion> before, List<Assertion> after) {
    Set<String> left = new HashSet<>();
    after.forEach(a -> left.add(a.text()));
    for (Assertion old : before) {
      if (left.add(old.text())) {
        lines.add(
            new Line(Kind.DROPS, "`" + old.text() + "` is asserted no longer", List.of(), ""));
      }
    }
  }

  /** Whether two networks are the same but for their names and where they were written. */
  static boolean same(Network one, Network other) {
    return Likeness.alike(frame(one), frame(other))
        && Likeness.alike(
            List.of(one.groups(), one.policy(), one.assertions(), one.scenarios()),
            List.of(other.groups(), other.policy(), other.assertions(), other.scenarios()))
        && Likeness.alike(
            List.of(one.monitors(), one.deployments()),
            List.of(other.monitors(), other.deployments()));
  }

  /** Everything but the policy, and what is said about the network. */
  private static List<List<?>> frame(Network n) {
    return List.of(
        n.hosts(),
        n.fabric(),
        n.links(),
        n.switches(),
        n.overlays(),
        n.segments(),
        n.externals(),
        n.routers(),
        n.firewalls(),
        n.machines(),
        n.balancers(),
        n.chains());
  }

  /**
   * Whether the policy sees the same of a connection on every way that it may take: nothing is
   * translated, or by the one router there is, which has one way to each address.
   */
  private static boolean endsDecide(Network network) {
    return network.chains().isEmpty()
        && (network.routers().stream().noneMatch(Comparison::translates)
            || network.routers().size() == 1 && hasOneWay(network.routers().get(0)));
  }

  private static boolean translates(Router r) {
    return !r.snat().isEmpty() || !r.floating().isEmpty() || !r.dnat().isEmpty();
  }

  private static boolean hasOneWay(Router router) {
    return router.routes().stream().map(Router.Route::destination).distinct().count()
        == router.routes().size();
  }

  private void compare(Kept kept, Prover is, double done) {
    Assertion now = kept.now();
    Outcome outcome = is.decide(now);
    if (kept.was() == Outcome.UNDECIDED || outcome == Outcome.UNDECIDED) {
      return;
    }
    boolean held = kept.was() == Outcome.PROVED;
    boolean holds = outcome == Outcome.PROVED;
    if (held != holds) {
      String reason = holds ? "" : is.prove(now).reason();
      String because = reason.isEmpty() ? "" : ": " + reason;
      lines.add(
          holds
              ? new Line(Kind.GAINS, "`" + now.text() + "` holds now", List.of(), "")
              : new Line(
                  Kind.LOSES, "`" + now.text() + "` holds no longer" + because, List.of(), ""));
    } else if (holds
        && !alikeUnderFailures
        && now.claim() instanceof Claim.Reach r
        && r.mode() == Claim.Mode.REACHES) {
      survival(kept.old(), now, r.from().text() + " -> " + r.to().text(), done);
    }
  }

  private void survival(Assertion old, Assertion now, String subject, double done) {
    Effort effort = new Effort(MOST_WALKS, 0, () -> stop.test(done));
    Set<String> weak = points(after, now.claim(), effort);
    Effort effortBefore = new Effort(MOST_WALKS, 0, () -> stop.test(done));
    Set<String> weakBefore = points(before, old.claim(), effortBefore);
    if (effort.isSpent() || effortBefore.isSpent()) {
      // What wasn't looked at is no difference.
      return;
    }
    for (String element : weak) {
      if (!weakBefore.contains(element)) {
        String what = subject + " no longer survives the loss of " + element;
        lines.add(new Line(Kind.LOSES, what, List.of(), ""));
      }
    }
    for (String element : weakBefore) {
      if (!weak.contains(element)) {
        String what = subject + " now survives the loss of " + element;
        lines.add(new Line(Kind.GAINS, what, List.of(), ""));
      }
    }
  }

  private static Set<String> points(MinimalCuts cuts, Claim claim, Effort effort) {
    Set<String> names = new LinkedHashSet<>();
    for (MinimalCut cut : cuts.of(claim, 1, effort)) {
      cut.failed().forEach(e -> names.add(Elements.name(e)));
      cut.alike().forEach(set -> set.forEach(e -> names.add(Elements.name(e))));
    }
    return names;
  }
}
