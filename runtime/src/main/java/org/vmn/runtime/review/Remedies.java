package org.vmn.runtime.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.forward.Packet;
import org.vmn.runtime.forward.RuleText;
import org.vmn.runtime.forward.Step;
import org.vmn.runtime.forward.Walk;
import org.vmn.runtime.network.Claim;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Origin;
import org.vmn.runtime.network.Policy;
import org.vmn.runtime.prove.Prover;
import org.vmn.runtime.prove.Verdict;
import org.vmn.runtime.review.Remedy.Effect;

/**
 * What would mend refuted assertions. For a connection that is blocked, what would open it; for one
 * that should be, what would close it. Rules are small and in the language's own words, and are
 * tried on all assertions: what makes its assertion hold and breaks no other is said first.
 *
 * <p>Each is tried on the whole network, so that only the first of thousands get one: people mend
 * the first ones first.
 */
public final class Remedies {
  /** Declarations that are read again in all, some seconds' worth. */
  private static final long MOST = 500_000;

  private final Forwarding tables;
  private final Supplier<Prover> prover;
  private final long declarations;
  private @Nullable Trial trial;
  private long read;
  private boolean spent;

  /**
   * @param prover of the network; asked for when something is tried, and not to be asked by anybody
   *     else from then on
   */
  public Remedies(Forwarding tables, Supplier<Prover> prover) {
    this.tables = tables;
    this.prover = prover;
    Network network = tables.network();
    declarations = (long) network.machines().size() + network.policy().rules().size();
  }

  /** Whether some weren't tried. */
  public boolean isSpent() {
    return spent;
  }

  /** Empty words when nothing in one line would do, or when enough others have been tried. */
  public Remedy of(Verdict verdict) {
    Walk walk = verdict.counterexample();
    Claim.Reach reach = Reaches.of(verdict.assertion().claim());
    if (walk == null) {
      return Remedy.NONE;
    }
    spent |= read > MOST;
    return spent || reach == null ? Remedy.NONE : new OfOne(verdict, walk, reach).find();
  }

  private Remedy tried(
      String what, Network edited, Verdict refuted, Packet shown, Claim.Mode wanted) {
    read += declarations;
    Trial known = trial;
    if (known == null) {
      known = new Trial(tables.network(), prover.get());
      trial = known;
    }
    return known.of(what, edited, refuted, shown, wanted);
  }

  /** What would mend one assertion. */
  private final class OfOne {
    private final Verdict verdict;
    private final Walk walk;
    private final Claim.Reach claim;
    private final boolean opens;

    /** What was tried and does something, in order. */
    private final List<Remedy> found = new ArrayList<>();

    OfOne(Verdict verdict, Walk walk, Claim.Reach claim) {
      this.verdict = verdict;
      this.walk = walk;
      this.claim = claim;
      opens =
          claim.mode() == Claim.Mode.REACHES
              || claim.mode() == Claim.Mode.REACHES_ONLY && isMeant(walk.packet());
    }

    Remedy find() {
      return opens ? open() : close();
    }

    private boolean isMeant(Packet packet) {
      return claim.traffic() == null || packet.is(claim.traffic());
    }

    private Remedy open() {
      Step blocker = walk.deciding();
      Step.Cause cause = blocker.cause();
      if (cause == null) {
        return Remedy.NONE;
      }
      if (!verdict.failed().isEmpty()) {
        // What is there would do, were it up.
        switch (cause) {
          case NO_GATEWAY -> {
            return Remedy.untried("put a second router on the segment");
          }
          case NO_ROUTE, NO_NEXT_HOP -> {
            return Remedy.untried("add a second route, through another router");
          }
          default -> {}
        }
      }
      return switch (cause) {
        case POLICY -> policy(blocker);
        case FIREWALL -> firewall(blocker);
        case ISOLATION ->
            Remedy.untried("take `isolated` from the segment, or put one of them elsewhere");
        case QUARANTINE -> Remedy.untried("take the machine out of quarantine");
        case NO_GATEWAY -> Remedy.untried(gateway());
        case NO_ROUTE ->
            Remedy.untried(
                "add a `route` for the address to the router, or a segment to its `ports`");
        case NO_NEXT_HOP ->
            Remedy.untried("let the route lead to an address that a router has on that segment");
        case LOOP ->
            Remedy.untried("let one of the routers on the loop send these addresses elsewhere");
        case UNKNOWN_ANSWER ->
            Remedy.untried(
                "let the answer come back through the router that forwarded the question");
        case NO_MEMBER -> Remedy.untried("add replicas, and spread them: `spread host`");
        case CUT_OFF -> Remedy.untried(new SecondWay(tables.network()).round(verdict.failed()));
        case DOWN -> takeOver(blocker);
        case NOBODY, SPOOFED -> Remedy.NONE;
      };
    }

    /** Gateways can be taken over; machines of which one is needed aren't to blame. */
    private static Remedy takeOver(Step blocker) {
      boolean gateway =
          blocker.where().startsWith("router ") || blocker.where().startsWith("balancer ");
      return gateway
          ? Remedy.untried("let more hosts take over: `gateway on …` in the router")
          : Remedy.NONE;
    }

    private String gateway() {
      String external =
          tables.network().externals().isEmpty() ? "" : ", or a `gateway` to the external";
      return tables.network().routers().isEmpty()
          ? "declare a router that has both segments, as in `router edge { ports a, b }`" + external
          : "add the segment to the `ports` of a router" + external;
    }

    private Remedy policy(Step blocker) {
      Policy.Rule denying = ruleOf(blocker);
      if (denying == null) {
        Policy.Rule rule = rule(Policy.Action.ALLOW);
        tryOne("`" + RuleText.of(rule) + "`", Edit.policy(tables.network(), rule));
        return best("");
      }
      String text = "`" + RuleText.of(denying) + "`";
      less(denying);
      return best("narrow " + text + ", for example with `except`");
    }

    private Remedy firewall(Step blocker) {
      String name = blocker.where().substring("firewall ".length());
      Policy.Rule rule = rule(Policy.Action.ALLOW);
      String text = "`" + RuleText.of(rule) + "` at the head of firewall " + name;
      tryOne(text, Edit.firewall(tables.network(), name, rule));
      return best("");
    }

    private Remedy close() {
      if (!tables.sets().addresses(claim.from()).contains(walk.packet().source())) {
        return Remedy.untried(
            "take `spoof` from the adapter; a rule that names the machine doesn't match a forged"
                + " source");
      }
      if (claim.mode() == Claim.Mode.CANNOT_REACH) {
        Policy.Rule rule = rule(Policy.Action.DENY);
        tryOne("`" + RuleText.of(rule) + "`", Edit.policy(tables.network(), rule));
      }
      Step permitting =
          walk.there().stream().filter(s -> s.kind() == Step.Kind.PERMIT).findFirst().orElse(null);
      Policy.Rule allowing = permitting == null ? null : ruleOf(permitting);
      if (allowing != null && !isDone()) {
        less(allowing);
      }
      return best(
          permitting == null || permitting.what().startsWith("policy default")
              ? "say `policy default deny`, and allow what must pass"
              : "narrow `" + permitting.what() + "`, which lets it pass");
    }

    /** Less of a rule: as little less as will do, or all of it. */
    private void less(Policy.Rule rule) {
      String text = "`" + RuleText.of(rule) + "`";
      for (Policy.Rule narrower : new Narrowing(tables.sets(), claim).of(rule)) {
        tryOne(
            "narrowing " + text + " to `" + RuleText.of(narrower) + "`",
            Edit.replaced(tables.network(), rule, narrower));
      }
      tryOne("taking " + text + " away", Edit.replaced(tables.network(), rule, null));
    }

    private Policy.@Nullable Rule ruleOf(Step step) {
      return tables.network().policy().rules().stream()
          .filter(r -> RuleText.of(r).equals(step.what()))
          .findFirst()
          .orElse(null);
    }

    private Policy.Rule rule(Policy.Action action) {
      return new Policy.Rule(action, claim.from(), claim.to(), claim.traffic(), false, Origin.NONE);
    }

    private void tryOne(String what, Network edited) {
      if (!isDone()) {
        Claim.Mode wanted = opens ? Claim.Mode.REACHES : Claim.Mode.CANNOT_REACH;
        Remedy remedy = tried(what, edited, verdict, walk.packet(), wanted);
        if (!remedy.what().isEmpty()) {
          found.add(remedy);
        }
      }
    }

    private boolean isDone() {
      return found.stream().anyMatch(r -> r.effect() == Effect.HOLDS && r.breaksNothing());
    }

    private Remedy best(String otherwise) {
      return first(r -> r.effect() == Effect.HOLDS && r.breaksNothing())
          .or(() -> first(r -> r.effect() == Effect.HOLDS))
          .or(() -> first(Remedy::breaksNothing))
          .or(() -> first(r -> true))
          .orElse(Remedy.untried(otherwise));
    }

    private Optional<Remedy> first(Predicate<Remedy> wanted) {
      return found.stream().filter(wanted).findFirst();
    }
  }
}
