package org.vmn.generator.emit.ovs.stage;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.forward.Selection;
import org.vmn.runtime.network.Origin;
import org.vmn.runtime.network.Traffic;
import org.vmn.runtime.value.Ip;
import org.vmn.runtime.value.IpSet;

/**
 * What a rule of the policy or of a firewall selects in one family, as far as it matters on a host.
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

  /** Null when the selection matches nothing that can occur. */
  static @Nullable Condition of(
      Selection selection, Origin origin, Ip.Family family, IpSet sources, IpSet destinations) {
    IpSet from = selection.from().of(family);
    IpSet to = selection.to().of(family);
    List<Traffic.Match> traffic = selection.traffic();
    if (from.intersect(sources).isEmpty()
        || to.intersect(destinations).isEmpty()
        || traffic.isEmpty()) {
      return null;
    }
    boolean everything = traffic.stream().anyMatch(m -> m.protocol() == Traffic.Protocol.ANY);
    return new Condition(
        narrow(from, sources), narrow(to, destinations), everything ? null : traffic, origin);
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
