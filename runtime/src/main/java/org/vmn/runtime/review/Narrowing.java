package org.vmn.runtime.review;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.forward.EndpointSets;
import org.vmn.runtime.network.Claim;
import org.vmn.runtime.network.Endpoints;
import org.vmn.runtime.network.Member;
import org.vmn.runtime.network.Policy;
import org.vmn.runtime.network.Traffic;
import org.vmn.runtime.value.IpSet;

/** Less of a rule, so that it says nothing of what a claim is about, or less of it. */
record Narrowing(EndpointSets sets, Claim.Reach claim) {

  /** Narrower rules that still say something, those that leave most of it first. */
  List<Policy.Rule> of(Policy.Rule rule) {
    List<Policy.Rule> all = new ArrayList<>();
    Traffic traffic = claim.traffic();
    if (claim.mode() == Claim.Mode.REACHES_ONLY && traffic != null && !traffic.text().isEmpty()) {
      all.add(with(rule, rule.from(), rule.to(), traffic));
    }
    Endpoints from = less(rule.from(), claim.from());
    if (from != null) {
      all.add(with(rule, from, rule.to(), rule.traffic()));
    }
    Endpoints to = less(rule.to(), claim.to());
    if (to != null) {
      all.add(with(rule, rule.from(), to, rule.traffic()));
    }
    return all;
  }

  private static Policy.Rule with(
      Policy.Rule rule, Endpoints from, Endpoints to, @Nullable Traffic traffic) {
    return new Policy.Rule(rule.action(), from, to, traffic, rule.log(), rule.origin());
  }

  /** Null where it can't be said, or nothing would be left. */
  private @Nullable Endpoints less(Endpoints set, Endpoints without) {
    IpSet taken = sets.addresses(without);
    if (!set.exclude().isEmpty()
        || !without.exclude().isEmpty()
        || without.include().contains(new Member.Any())
        || taken.containsAll(sets.addresses(set))) {
      return null;
    }
    return new Endpoints(
        set.text() + " except " + without.text(), set.include(), without.include());
  }
}
