package org.vmn.runtime.review;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.vmn.runtime.claims.Effort;
import org.vmn.runtime.claims.Elements;
import org.vmn.runtime.claims.MinimalCuts;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.network.Assertion;
import org.vmn.runtime.network.Claim;
import org.vmn.runtime.network.Likeness;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.prove.Bounds;
import org.vmn.runtime.prove.Prover;
import org.vmn.runtime.prove.Verdict.Outcome;
import org.vmn.runtime.review.Change.Kind;
import org.vmn.runtime.review.Change.Line;

/** What a change means for assertions that both networks make. */
final class Comparison {
  private static final long MOST_WALKS = 5_000_000;

  private final Forwarding before;
  private final Forwarding after;
  private final Prover was;
  private final Prover is;

  /** Whether what can fail, and what goes on when it has, is the same in both. */
  private final boolean alikeUnderFailures;

  Comparison(Forwarding before, Forwarding after) {
    this.before = before;
    this.after = after;
    was = Prover.of(before, Bounds.USUAL);
    is = Prover.of(after, Bounds.USUAL);
    alikeUnderFailures =
        endsDecide(before.network())
            && Likeness.alike(frame(before.network()), frame(after.network()));
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

  /** Whether the policy sees the same of a connection on every way that it may take. */
  private static boolean endsDecide(Network network) {
    return network.chains().isEmpty()
        && network.routers().stream()
            .allMatch(r -> r.snat().isEmpty() && r.floating().isEmpty() && r.dnat().isEmpty());
  }

  void verdict(Assertion old, Assertion now, BooleanSupplier cancelled, List<Line> lines) {
    Outcome before = was.decide(old);
    Outcome after = is.decide(now);
    if (before == Outcome.UNDECIDED || after == Outcome.UNDECIDED) {
      return;
    }
    boolean held = before == Outcome.PROVED;
    boolean holds = after == Outcome.PROVED;
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
      survival(old, now, r.from().text() + " -> " + r.to().text(), cancelled, lines);
    }
  }

  private void survival(
      Assertion old, Assertion now, String subject, BooleanSupplier cancelled, List<Line> lines) {
    Set<String> weak = points(after, now.claim(), cancelled);
    Set<String> weakBefore = points(before, old.claim(), cancelled);
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

  private static Set<String> points(Forwarding tables, Claim claim, BooleanSupplier cancelled) {
    Set<String> names = new LinkedHashSet<>();
    MinimalCuts.of(tables, claim, 1, new Effort(MOST_WALKS, 0, cancelled))
        .forEach(f -> f.failed().forEach(e -> names.add(Elements.name(e))));
    return names;
  }
}
