package org.vmn.tests.oracle;

import org.jspecify.annotations.Nullable;
import org.vmn.runtime.network.Balancer;
import org.vmn.runtime.network.Endpoints;
import org.vmn.runtime.network.Member;
import org.vmn.runtime.network.Traffic;
import org.vmn.runtime.value.IpSet;

/** What a rule of the policy or a firewall, or a chain, matches. */
record Selection(Endpoints from, Endpoints to, @Nullable Traffic traffic) {

  Headers matches(Sets sets, Header header) {
    return header.isFrom(sets.of(from)).and(to(sets, header));
  }

  private Headers to(Sets sets, Header header) {
    Traffic meant = traffic == null ? Traffic.EVERYTHING : traffic;
    IpSet except = sets.all(to.exclude());
    Headers matched = header.space().none();
    for (Member member : to.include()) {
      if (member instanceof Member.Virtual virtual) {
        matched = matched.or(to(sets, sets.balancer(virtual), meant, except, header));
      } else {
        Headers addressed = header.isTo(sets.of(member).minus(except));
        matched = matched.or(addressed.and(header.is(meant.matches())));
      }
    }
    return matched;
  }

  /**
   * Towards a balancer a rule speaks of its address on its port and of its targets on theirs (4.6),
   * when its port is among the traffic.
   */
  private static Headers to(
      Sets sets, Balancer balancer, Traffic meant, IpSet except, Header header) {
    Space space = header.space();
    IpSet itself = IpSet.of(balancer.address());
    Headers port = space.sent().is(port(balancer, balancer.port()));
    if (!port.minus(space.sent().is(meant.matches())).isEmpty() || itself.minus(except).isEmpty()) {
      return space.none();
    }
    IpSet targets = sets.all(balancer.targets()).of(balancer.address().family());
    return header
        .isTo(itself)
        .and(header.is(port(balancer, balancer.port())))
        .or(header.isTo(targets).and(header.is(port(balancer, balancer.targetPort()))));
  }

  static Traffic.Match port(Balancer balancer, int port) {
    return new Traffic.Match(balancer.protocol(), port, port);
  }
}
