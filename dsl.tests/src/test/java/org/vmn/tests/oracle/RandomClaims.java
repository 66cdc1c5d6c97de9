package org.vmn.tests.oracle;

import java.util.ArrayList;
import java.util.List;
import org.vmn.runtime.network.Chain;
import org.vmn.runtime.network.Claim;
import org.vmn.runtime.network.Claim.Waypoint;
import org.vmn.runtime.network.Endpoints;
import org.vmn.runtime.network.Firewall;
import org.vmn.runtime.network.Member;
import org.vmn.runtime.network.Traffic;

/** Claims about who reaches whom, and how. */
record RandomClaims(Sketch sketch, RandomRules rules) {
  private static final List<Claim.Kind> FAIL = List.of(Claim.Kind.MACHINE, Claim.Kind.ROUTER);

  Claim claim(List<Firewall> firewalls, List<Chain> chains) {
    List<Waypoint> possible = waypoints(firewalls, chains);
    int kind = sketch.below(12);
    if (kind == 0) {
      return new Claim.NoLoops();
    } else if (kind == 1) {
      return new Claim.Isolated(rules.endpoints(), rules.endpoints());
    } else if (kind < 4) {
      return new Claim.Crosses(
          rules.endpoints(), rules.endpoints(), rules.traffic(), List.of(sketch.any(possible)));
    }
    return sketch.one(12) ? new Claim.UnderFailures(1, FAIL, reach()) : reach();
  }

  private Claim.Reach reach() {
    Claim.Mode mode = sketch.any(List.of(Claim.Mode.values()));
    Endpoints from = rules.endpoints();
    Endpoints to = rules.endpoints();
    Traffic traffic = mode == Claim.Mode.REACHES_ONLY ? rules.stated() : rules.traffic();
    return new Claim.Reach(mode, from, to, traffic);
  }

  private List<Waypoint> waypoints(List<Firewall> firewalls, List<Chain> chains) {
    Member.Machines some = rules.some(sketch.any(sketch.machines));
    List<Waypoint> all = new ArrayList<>();
    all.add(new Waypoint.AtMachines(some.machine(), some.first(), some.last()));
    sketch.balancers.forEach(b -> all.add(new Waypoint.AtBalancer(b.name())));
    sketch.routers.forEach(r -> all.add(new Waypoint.AtRouter(r.name())));
    firewalls.forEach(f -> all.add(new Waypoint.AtFirewall(f.name())));
    chains.forEach(c -> all.add(new Waypoint.AtChain(c.name())));
    return all;
  }
}
