package org.vmn.generator.elaborate;

import java.util.List;
import org.vmn.dsl.vmn.Action;
import org.vmn.dsl.vmn.PolicyDefault;
import org.vmn.dsl.vmn.Rule;
import org.vmn.runtime.network.Group;
import org.vmn.runtime.network.Origin;
import org.vmn.runtime.network.Policy;

/** What may talk. */
final class PolicyPart {
  private final Context context;
  private final SetResolver sets;
  private final TrafficResolver traffic;

  PolicyPart(Context context, SetResolver sets, TrafficResolver traffic) {
    this.context = context;
    this.sets = sets;
    this.traffic = traffic;
  }

  List<Group> groups() {
    return context
        .all(org.vmn.dsl.vmn.Group.class)
        .map(g -> new Group(g.getName(), sets.resolve(g.getMembers()), context.origin(g)))
        .toList();
  }

  /** Several defaults deny when one of them does. */
  Policy policy() {
    List<PolicyDefault> defaults = context.all(PolicyDefault.class).toList();
    List<Policy.Rule> rules = context.all(Rule.class).map(this::rule).toList();
    PolicyDefault deciding =
        defaults.stream()
            .filter(d -> d.getAction() == Action.DENY)
            .findFirst()
            .orElse(defaults.isEmpty() ? null : defaults.get(0));
    if (deciding == null) {
      return new Policy(true, false, rules, Origin.NONE);
    }
    boolean allow = deciding.getAction() == Action.ALLOW;
    return new Policy(
        allow,
        defaults.stream().anyMatch(PolicyDefault::isLog),
        rules,
        context.origins().whole(deciding));
  }

  private Policy.Rule rule(Rule rule) {
    return new Policy.Rule(
        rule.getAction() == Action.ALLOW ? Policy.Action.ALLOW : Policy.Action.DENY,
        sets.resolve(rule.getFrom()),
        sets.resolve(rule.getTo()),
        traffic.resolve(rule.getTraffic(), rule.getTo()),
        rule.isLog(),
        context.origins().whole(rule));
  }
}
