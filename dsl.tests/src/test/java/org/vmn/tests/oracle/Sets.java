package org.vmn.tests.oracle;

import java.util.List;
import org.vmn.runtime.network.Balancer;
import org.vmn.runtime.network.Endpoints;
import org.vmn.runtime.network.Member;
import org.vmn.runtime.value.IpSet;

/** The addresses of sets of endpoints (language, 4.1). */
record Sets(Catalogue catalogue) {

  IpSet of(Endpoints endpoints) {
    return all(endpoints.include()).minus(all(endpoints.exclude()));
  }

  IpSet all(List<? extends Member> members) {
    return members.stream().map(this::of).reduce(IpSet.NONE, IpSet::union);
  }

  IpSet of(Member member) {
    return switch (member) {
      case Member.Machines m ->
          catalogue.adapters().stream()
              .filter(a -> a.machine().name().equals(m.machine()))
              .filter(a -> m.first() <= a.offset() && a.offset() <= m.last())
              .map(Spot::addresses)
              .reduce(IpSet.NONE, IpSet::union);
      case Member.OnSegment s ->
          catalogue.adaptersOn(s.segment()).stream()
              .map(Spot::addresses)
              .reduce(IpSet.NONE, IpSet::union);
      case Member.Outside o -> catalogue.external(o.external()).addresses();
      case Member.Virtual v -> IpSet.of(balancer(v).address());
      case Member.Literal l -> l.addresses();
      case Member.Any any -> IpSet.ALL;
    };
  }

  Balancer balancer(Member.Virtual virtual) {
    return catalogue.balancer(virtual.balancer());
  }
}
