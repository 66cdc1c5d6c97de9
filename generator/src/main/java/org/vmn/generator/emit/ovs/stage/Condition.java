package org.vmn.generator.emit.ovs.stage;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.forward.Filter;
import org.vmn.runtime.network.Origin;
import org.vmn.runtime.network.Traffic;
import org.vmn.runtime.value.Ip;
import org.vmn.runtime.value.IpSet;

/**
 * A clause of the policy in one family, as far as it matters on a host.
 *
 * @param from null when every source that can occur is meant
 * @param to null when every destination that can occur is meant
 * @param traffic null when every protocol is meant
 */
record Condition(
    @Nullable IpSet from,
    @Nullable IpSet to,
    @Nullable List<Traffic.Match> traffic,
    Origin origin) {

  /** Null when the clause matches nothing that can occur. */
  static @Nullable Condition of(
      Filter.Clause clause, Ip.Family family, IpSet sources, IpSet destinations) {
    IpSet from = clause.from().of(family);
    IpSet to = clause.to().of(family);
    if (from.intersect(sources).isEmpty()
        || to.intersect(destinations).isEmpty()
        || clause.traffic().isEmpty()) {
      return null;
    }
    boolean everything =
        clause.traffic().stream().anyMatch(m -> m.protocol() == Traffic.Protocol.ANY);
    return new Condition(
        narrow(from, sources),
        narrow(to, destinations),
        everything ? null : clause.traffic(),
        clause.rule().origin());
  }

  /** The form that takes fewer prefixes, of those that agree on what can occur. */
  private static @Nullable IpSet narrow(IpSet set, IpSet possible) {
    IpSet both = set.intersect(possible);
    if (both.equals(possible)) {
      return null;
    }
    return both.prefixes().size() < set.prefixes().size() ? both : set;
  }

  int dimensions() {
    return (from == null ? 0 : 1) + (to == null ? 0 : 1) + (traffic == null ? 0 : 1);
  }
}
