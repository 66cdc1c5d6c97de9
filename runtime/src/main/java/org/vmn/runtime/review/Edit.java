package org.vmn.runtime.review;

import java.util.ArrayList;
import java.util.List;
import org.vmn.runtime.network.Firewall;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Origin;
import org.vmn.runtime.network.Policy;

/** A network with one rule more. */
final class Edit {
  private Edit() {}

  static Network policy(Network n, Policy.Rule more) {
    List<Policy.Rule> rules = new ArrayList<>(n.policy().rules());
    rules.add(more);
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
