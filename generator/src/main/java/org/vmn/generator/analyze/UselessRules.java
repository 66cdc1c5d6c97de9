package org.vmn.generator.analyze;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.diagnostics.Fix;
import org.vmn.dsl.diagnostics.Problem;
import org.vmn.runtime.forward.Filter;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.network.Policy;
import org.vmn.runtime.network.Policy.Action;
import org.vmn.runtime.network.Policy.Rule;

/**
 * Rules that make no difference, found exactly on sets of addresses and ports: those that match
 * nothing, an {@code allow} that denials refuse wholly, and rules that others say already. A rule
 * that logs does something even so.
 *
 * <p>Only sets are compared, so that an editor can ask at each keystroke: {@code prove --rules}
 * asks of packets that somebody can send to somebody else, and says more. What is said here is true
 * of every packet.
 */
final class UselessRules implements Pass {
  /** Past this many comparisons no more rules are looked at: where most overlap most. */
  private static final long MOST_WORK = 4_000_000;

  /** Past this many boxes a rule is taken to be useful. */
  private static final int MOST_REGIONS = 500;

  @Override
  public void check(Forwarding forwarding, Consumer<Problem> out) {
    Policy policy = forwarding.filter().policy();
    Map<Rule, List<Region>> regions = new LinkedHashMap<>();
    policy.rules().forEach(r -> regions.put(r, new ArrayList<>()));
    for (Filter.Clause clause : forwarding.filter().clauses()) {
      List<Region> of = regions.get(clause.rule());
      if (of != null) {
        of.add(Region.of(clause));
      }
    }
    Work work = new Work(regions, policy.allowByDefault());
    // From the last to the first, so that of two equal rules the later one is called redundant.
    List<Problem> found = new ArrayList<>();
    for (int i = regions.size() - 1; i >= 0 && work.left > 0; i--) {
      Problem problem = work.judge(i);
      if (problem != null) {
        found.add(0, problem);
      }
    }
    found.forEach(out);
  }

  /** One network's rules by number; those found useless count no more. */
  private static final class Work {
    final List<Rule> rules;
    final List<List<Region>> regions;
    final RuleIndex allows;
    final RuleIndex denials;
    final BitSet useless = new BitSet();
    final boolean allowByDefault;
    long left = MOST_WORK;

    Work(Map<Rule, List<Region>> regions, boolean allowByDefault) {
      this.rules = List.copyOf(regions.keySet());
      this.regions = List.copyOf(regions.values());
      this.allowByDefault = allowByDefault;
      allows = new RuleIndex(rules, this.regions, Action.ALLOW);
      denials = new RuleIndex(rules, this.regions, Action.DENY);
    }

    @Nullable Problem judge(int number) {
      Rule rule = rules.get(number);
      Problem problem = regions.get(number).isEmpty() ? nothing(rule) : null;
      if (problem == null && rule.action() == Action.ALLOW) {
        problem = covered(number, Action.DENY, Code.SHADOWED_RULE);
      }
      if (problem == null && !rule.log()) {
        problem = redundant(number);
      }
      if (problem != null) {
        useless.set(number);
      }
      return problem;
    }

    private Problem nothing(Rule rule) {
      return Problem.of(
              Code.RULE_MATCHES_NOTHING,
              rule.origin(),
              "no connection can match this `" + word(rule) + "`")
          .help("a balancer is matched on its own port only, and sets must hold an address");
    }

    private @Nullable Problem redundant(int number) {
      Rule rule = rules.get(number);
      if (rule.action() == Action.ALLOW && allowByDefault) {
        return Problem.of(
                Code.REDUNDANT_RULE,
                rule.origin(),
                "this `allow` changes nothing: whatever no `deny` refuses is allowed")
            .help("remove it, or write `policy default deny`");
      }
      Problem problem = covered(number, rule.action(), Code.REDUNDANT_RULE);
      return problem == null
          ? null
          : problem.fix(Fix.certain("remove this rule", rule.origin(), ""));
    }

    /** A problem when rules with an action, other than this one, match all that it matches. */
    private @Nullable Problem covered(int number, Action action, Code code) {
      List<Region> open = regions.get(number);
      BitSet others = (action == Action.ALLOW ? allows : denials).near(open);
      others.clear(number);
      others.andNot(useless);
      List<Rule> by = new ArrayList<>();
      for (int other = others.nextSetBit(0); other >= 0; other = others.nextSetBit(other + 1)) {
        List<Region> rest = minus(open, regions.get(other));
        if (rest.size() > MOST_REGIONS) {
          return null;
        }
        // Boxes are new ones exactly where something was taken out of them.
        if (!rest.equals(open)) {
          by.add(rules.get(other));
        }
        open = rest;
        if (open.isEmpty()) {
          return problem(rules.get(number), by, code);
        }
      }
      return null;
    }

    private List<Region> minus(List<Region> open, List<Region> out) {
      List<Region> rest = open;
      for (Region region : out) {
        List<Region> next = new ArrayList<>();
        for (Region in : rest) {
          left--;
          next.addAll(in.minus(region));
        }
        rest = next;
      }
      return rest;
    }

    private static Problem problem(Rule rule, List<Rule> by, Code code) {
      boolean shadowed = code == Code.SHADOWED_RULE;
      Problem problem =
          Problem.of(
              code,
              rule.origin(),
              shadowed
                  ? "this `allow` permits nothing: all that it names is refused"
                  : "this `"
                      + word(rule)
                      + "` changes nothing: all that it names is "
                      + (rule.action() == Action.ALLOW ? "allowed" : "refused")
                      + " already");
      for (Rule other : by) {
        problem = problem.label(other.origin(), shadowed ? "refused here" : "said here");
      }
      return problem.help(
          shadowed ? "remove it, or exempt it from the `deny` with `except`" : "remove it");
    }

    private static String word(Rule rule) {
      return rule.action() == Action.ALLOW ? "allow" : "deny";
    }
  }
}
