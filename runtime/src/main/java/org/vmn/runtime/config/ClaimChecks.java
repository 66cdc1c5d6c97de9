package org.vmn.runtime.config;

import org.vmn.runtime.network.Claim;
import org.vmn.runtime.network.Endpoints;

/** What assertions claim. */
final class ClaimChecks {
  private final Index index;
  private final EndpointChecks endpoints;
  private final Report report;

  ClaimChecks(Index index, EndpointChecks endpoints, Report report) {
    this.index = index;
    this.endpoints = endpoints;
    this.report = report;
  }

  void check(String path, Claim claim) {
    switch (claim) {
      case Claim.Reach c -> ends(path, c.from(), c.to());
      case Claim.Crosses c -> {
        ends(path, c.from(), c.to());
        report.require(!c.through().isEmpty(), path + ".through", "expected one or more");
        c.through().forEach(w -> waypoint(path + ".through", w));
      }
      case Claim.Isolated c -> ends(path, c.from(), c.to());
      case Claim.NoLoops c -> {}
      case Claim.NoBlackHoles c -> {}
      case Claim.MtuAtLeast c -> {
        ends(path, c.from(), c.to());
        report.positive(path, "bytes", c.bytes());
      }
      case Claim.UnderFailures c -> {
        report.positive(path, "count", c.count());
        report.require(!c.kinds().isEmpty(), path + ".kinds", "expected one or more");
        check(path + ".claim", c.claim());
      }
      case Claim.Usage c -> usage(path, c);
      case Claim.Redundant c -> ends(path, c.from(), c.to());
    }
  }

  private void ends(String path, Endpoints from, Endpoints to) {
    endpoints.check(path + ".from", from);
    endpoints.check(path + ".to", to);
  }

  private void waypoint(String path, Claim.Waypoint waypoint) {
    switch (waypoint) {
      case Claim.Waypoint.AtBalancer w ->
          report.exists(index.hasBalancer(w.balancer()), path, "balancer", w.balancer());
      case Claim.Waypoint.AtRouter w ->
          report.exists(index.router(w.router()) != null, path, "router", w.router());
      case Claim.Waypoint.AtFirewall w ->
          report.exists(index.hasFirewall(w.firewall()), path, "firewall", w.firewall());
      case Claim.Waypoint.AtChain w ->
          report.exists(index.hasChain(w.chain()), path, "chain", w.chain());
      case Claim.Waypoint.AtMachines w ->
          endpoints.machines(path, w.machine(), w.first(), w.last());
    }
  }

  private void usage(String path, Claim.Usage usage) {
    boolean right =
        Double.isFinite(usage.bound())
            && usage.bound() >= 0
            && (usage.resource() == Claim.Resource.BANDWIDTH)
                == (usage.scope() == Claim.Scope.LINK);
    report.require(right, path, "expected bandwidth of links, or cpu, memory or storage of hosts");
    String name = usage.name();
    if (name != null) {
      boolean found =
          switch (usage.scope()) {
            case HOST -> index.hasHosts(name);
            case ZONE -> index.hasZone(name);
            case LINK -> index.hasLink(name);
          };
      report.exists(found, path + ".name", Kebab.of(usage.scope()), name);
    }
  }
}
