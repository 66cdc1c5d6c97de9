package org.vmn.runtime.claims;

import java.util.List;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.forward.Step;
import org.vmn.runtime.forward.Walk;
import org.vmn.runtime.network.Claim;
import org.vmn.runtime.network.Claim.Waypoint;
import org.vmn.runtime.network.Member;
import org.vmn.runtime.value.IpSet;

/** Every connection that arrives has gone through one of the waypoints. */
final class Crossing {
  private final Forwarding tables;
  private final Effort effort;

  Crossing(Forwarding tables, Effort effort) {
    this.tables = tables;
    this.effort = effort;
  }

  Finding decide(Claim.Crosses claim) {
    List<IpSet> borders =
        claim.through().stream()
            .filter(Waypoint.AtMachines.class::isInstance)
            .map(Waypoint.AtMachines.class::cast)
            .map(m -> new Member.Machines(m.machine(), m.first(), m.last()))
            .map(m -> tables.sets().addresses((Member) m))
            .toList();
    Finding finding =
        new Arrivals(tables, effort, borders)
            .none(
                claim.from(),
                claim.to(),
                claim.traffic(),
                walk -> claim.through().stream().noneMatch(w -> crosses(walk, w)));
    return finding.kind() == Finding.Kind.FAILS
        ? Finding.fails(finding.walk(), "this connection arrives without it")
        : finding;
  }

  private static boolean crosses(Walk walk, Waypoint waypoint) {
    return switch (waypoint) {
      case Waypoint.AtBalancer b -> acts(walk, Step.Kind.TRANSLATE, "balancer " + b.balancer());
      case Waypoint.AtRouter r -> acts(walk, Step.Kind.ROUTE, "router " + r.router());
      case Waypoint.AtFirewall f -> acts(walk, Step.Kind.PERMIT, "firewall " + f.firewall());
      case Waypoint.AtChain c -> acts(walk, Step.Kind.STEER, "chain " + c.chain());
      case Waypoint.AtMachines m ->
          walk.outward().machines().stream()
              .anyMatch(ref ->
                  ref.name().equals(m.machine())
                      && m.first() <= ref.offset()
                      && ref.offset() <= m.last());
    };
  }

  private static boolean acts(Walk walk, Step.Kind kind, String element) {
    return walk.there().stream().anyMatch(s -> s.kind() == kind && s.where().equals(element));
  }
}
