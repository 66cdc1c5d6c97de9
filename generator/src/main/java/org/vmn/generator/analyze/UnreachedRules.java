package org.vmn.generator.analyze;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.diagnostics.Problem;
import org.vmn.runtime.forward.Acl;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.network.Firewall;
import org.vmn.runtime.network.Policy.Action;

/**
 * Rules of a firewall's list that are never reached, since those above them match all that they
 * match: a {@code deny} below an {@code allow} of the same is a hole that looks closed.
 */
final class UnreachedRules implements Pass {
  /** Past this many comparisons no more rules are looked at: the work is quadratic in rules. */
  private static final long MOST_WORK = 1_000_000;

  /** Past this many boxes a rule is taken to be reached. */
  private static final int MOST_REGIONS = 500;

  @Override
  public void check(Forwarding forwarding, Consumer<Problem> out) {
    for (Acl acl : forwarding.acls()) {
      List<Above> above = new ArrayList<>();
      long work = 0;
      for (Acl.Line line : acl.lines()) {
        List<Region> own = line.selections().stream().map(Region::of).toList();
        List<Firewall.Rule> by = new ArrayList<>();
        List<Region> open = own;
        for (Above other : above) {
          List<Region> rest = minus(open, other.regions());
          work += (long) open.size() * other.regions().size();
          if (!rest.equals(open)) {
            by.add(other.rule());
          }
          open = rest;
          if (open.isEmpty() || open.size() > MOST_REGIONS) {
            break;
          }
        }
        if (work > MOST_WORK) {
          return;
        }
        if (open.isEmpty() && !own.isEmpty()) {
          out.accept(problem(line.rule(), by));
        } else {
          above.add(new Above(line.rule(), own));
        }
      }
    }
  }

  private record Above(Firewall.Rule rule, List<Region> regions) {}

  private static List<Region> minus(List<Region> open, List<Region> out) {
    List<Region> rest = open;
    for (Region region : out) {
      rest = rest.stream().flatMap(in -> in.minus(region).stream()).toList();
    }
    return rest;
  }

  private static Problem problem(Firewall.Rule rule, List<Firewall.Rule> by) {
    boolean otherwise = by.stream().anyMatch(other -> other.action() != rule.action());
    String word = rule.action() == Action.ALLOW ? "allow" : "deny";
    Problem problem =
        Problem.of(
            Code.UNREACHED_RULE,
            rule.origin(),
            "this `" + word + "` is never reached: all that it names is decided above");
    for (Firewall.Rule other : by) {
      problem =
          problem.label(
              other.origin(), other.action() == Action.ALLOW ? "allowed here" : "denied here");
    }
    return problem.help(otherwise ? "move it above, or remove it" : "remove it");
  }
}
