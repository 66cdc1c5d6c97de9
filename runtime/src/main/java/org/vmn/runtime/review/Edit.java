package org.vmn.runtime.review;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.network.Firewall;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Origin;
import org.vmn.runtime.network.Policy;

/** A network with other rules. */
final class Edit {
  private Edit() {}

  /** One rule more. */
  static Network policy(Network n, Policy.Rule more) {
    List<Policy.Rule> rules = new ArrayList<>(n.policy().rules());
    rules.add(more);
    return with(n, rules);
  }

  /**
   * @param instead null to take the rule away
   */
  static Network replaced(Network n, Policy.Rule rule, Policy.@Nullable Rule instead) {
    List<Policy.Rule> rules = new ArrayList<>();
    for (Policy.Rule each : n.policy().rules()) {
      if (!each.equals(rule)) {
        rules.add(each);
      } else if (instead != null) {
        rules.add(instead);
      }
    }
    return with(n, rules);
  }

  private static Network with(Network n, List<Policy.Rule> rules) {
    Policy p = n.policy();
    return n.filteredBy(new Policy(p.allowByDefault(), p.log(), rules, p.origin()), n.firewalls());
  }

  /** The rule comes first in its list. */
  static Network firewall(Network n, String name, Policy.Rule more) {
    List<Firewall> all = new ArrayList<>();
    for (Firewall f : n.firewalls()) {
      List<Firewall.Rule> rules = new ArrayList<>();
      if (f.name().equals(name)) {
        rules.add(
            new Firewall.Rule(
                more.action(), more.from(), more.to(), more.traffic(), false, Origin.NONE));
      }
      rules.addAll(f.rules());
      all.add(
          new Firewall(f.name(), f.router(), f.external(), f.allowByDefault(), rules, f.origin()));
    }
    return n.filteredBy(n.policy(), all);
  }
}
