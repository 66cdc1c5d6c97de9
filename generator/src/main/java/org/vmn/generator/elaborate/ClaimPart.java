package org.vmn.generator.elaborate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.literals.Dimension;
import org.vmn.dsl.vmn.Balancer;
import org.vmn.dsl.vmn.Chain;
import org.vmn.dsl.vmn.EndpointSet;
import org.vmn.dsl.vmn.EndpointTerm;
import org.vmn.dsl.vmn.FailureClaim;
import org.vmn.dsl.vmn.Firewall;
import org.vmn.dsl.vmn.IsolationClaim;
import org.vmn.dsl.vmn.MtuClaim;
import org.vmn.dsl.vmn.NamedTerm;
import org.vmn.dsl.vmn.PathClaim;
import org.vmn.dsl.vmn.ReachClaim;
import org.vmn.dsl.vmn.RedundancyClaim;
import org.vmn.dsl.vmn.Relation;
import org.vmn.dsl.vmn.Router;
import org.vmn.dsl.vmn.SoundnessClaim;
import org.vmn.dsl.vmn.TrafficSet;
import org.vmn.dsl.vmn.UsageClaim;
import org.vmn.runtime.network.Assertion;
import org.vmn.runtime.network.Claim;
import org.vmn.runtime.network.Member;
import org.vmn.runtime.network.Traffic;

/** What must hold. */
final class ClaimPart {
  private static final double MILLIONTH = 1e6;

  private final Context context;
  private final SetResolver sets;
  private final TrafficResolver traffic;
  private final Elements elements;

  ClaimPart(Context context, SetResolver sets, TrafficResolver traffic, Elements elements) {
    this.context = context;
    this.sets = sets;
    this.traffic = traffic;
    this.elements = elements;
  }

  List<Assertion> assertions() {
    List<Assertion> all = new ArrayList<>();
    for (org.vmn.dsl.vmn.Assertion assertion :
        context.all(org.vmn.dsl.vmn.Assertion.class).toList()) {
      for (Claim claim : claims(assertion.getClaim())) {
        String text = text(assertion.getClaim(), claim);
        all.add(new Assertion(text, claim, context.origins().whole(assertion)));
      }
    }
    return all;
  }

  /** As it is written; of the two things that {@code via} says each has its own words. */
  private static String text(org.vmn.dsl.vmn.Claim written, Claim claim) {
    String text = SetResolver.text(written);
    if (!(written instanceof ReachClaim reach) || reach.getThrough() == null) {
      return text;
    }
    String from = SetResolver.text(reach.getFrom());
    String to = SetResolver.text(reach.getTo());
    String on = reach.getTraffic() == null ? "" : " on " + SetResolver.text(reach.getTraffic());
    return claim instanceof Claim.Crosses
        ? "every path "
            + from
            + " -> "
            + to
            + on
            + " crosses "
            + SetResolver.text(reach.getThrough())
        : from + " reaches " + to + (reach.isOnly() ? " only" : "") + on;
  }

  /** One, but for {@code via}, which says two things. */
  private List<Claim> claims(org.vmn.dsl.vmn.Claim claim) {
    return switch (claim) {
      case FailureClaim f -> underFailures(f);
      case ReachClaim r -> reach(r);
      case PathClaim p -> List.of(path(p));
      case UsageClaim u -> List.of(usage(u));
      case IsolationClaim i ->
          List.of(new Claim.Isolated(sets.resolve(i.getFrom()), sets.resolve(i.getTo())));
      case SoundnessClaim s ->
          List.of(s.isLoops() ? new Claim.NoLoops() : new Claim.NoBlackHoles());
      case MtuClaim m ->
          List.of(
              new Claim.MtuAtLeast(
                  sets.resolve(m.getFrom()),
                  sets.resolve(m.getTo()),
                  (int) Context.amount(m.getBound(), Dimension.COUNT)));
      case RedundancyClaim r ->
          List.of(
              new Claim.Redundant(
                  sets.resolve(r.getFrom()),
                  sets.resolve(r.getTo()),
                  traffic(r.getTraffic(), r.getTo())));
      default -> List.of();
    };
  }

  private @Nullable Traffic traffic(@Nullable TrafficSet set, EndpointSet to) {
    return traffic.resolve(set, to);
  }

  private List<Claim> reach(ReachClaim claim) {
    Claim.Mode mode =
        claim.isCannot()
            ? Claim.Mode.CANNOT_REACH
            : claim.isOnly() ? Claim.Mode.REACHES_ONLY : Claim.Mode.REACHES;
    Claim.Reach reach =
        new Claim.Reach(
            mode,
            sets.resolve(claim.getFrom()),
            sets.resolve(claim.getTo()),
            traffic(claim.getTraffic(), claim.getTo()));
    return claim.getThrough() == null
        ? List.of(reach)
        : List.of(
            reach,
            new Claim.Crosses(
                reach.from(), reach.to(), reach.traffic(), waypoints(claim.getThrough())));
  }

  private Claim path(PathClaim claim) {
    return new Claim.Crosses(
        sets.resolve(claim.getFrom()),
        sets.resolve(claim.getTo()),
        traffic(claim.getTraffic(), claim.getTo()),
        waypoints(claim.getThrough()));
  }

  private List<Claim.Waypoint> waypoints(EndpointSet through) {
    List<Claim.Waypoint> waypoints = new ArrayList<>();
    for (EndpointTerm term : through.getInclude()) {
      switch (term instanceof NamedTerm named ? named.getRef() : null) {
        case Balancer b -> waypoints.add(new Claim.Waypoint.AtBalancer(b.getName()));
        case Router r -> waypoints.add(new Claim.Waypoint.AtRouter(r.getName()));
        case Firewall f -> waypoints.add(new Claim.Waypoint.AtFirewall(f.getName()));
        case Chain c -> waypoints.add(new Claim.Waypoint.AtChain(c.getName()));
        case null -> {}
        default -> machines(term, waypoints);
      }
    }
    return waypoints;
  }

  private void machines(EndpointTerm term, List<Claim.Waypoint> waypoints) {
    for (Member member : sets.members(term)) {
      switch (member) {
        case Member.Machines m ->
            waypoints.add(new Claim.Waypoint.AtMachines(m.machine(), m.first(), m.last()));
        case Member.Virtual v -> waypoints.add(new Claim.Waypoint.AtBalancer(v.balancer()));
        default ->
            context.report(
                Code.WRONG_KIND,
                context.origins().whole(term),
                "a path crosses machines and balancers, and this group holds something else");
      }
    }
  }

  private List<Claim> underFailures(FailureClaim failures) {
    return claims(failures.getClaim()).stream().map(c -> FailureTerms.under(failures, c)).toList();
  }

  private Claim usage(UsageClaim claim) {
    if (claim.getZone() != null) {
      elements.zone(claim.getZone(), context.origin(claim));
    }
    boolean named = claim.getTarget() != null;
    Claim.Scope scope =
        named
            ? Claim.Scope.HOST
            : Claim.Scope.valueOf(claim.getOn().getName().toUpperCase(Locale.ROOT));
    return new Claim.Usage(
        Claim.Resource.valueOf(claim.getResource().getName().toUpperCase(Locale.ROOT)),
        scope,
        named ? claim.getTarget().getRef().getName() : claim.getZone(),
        Context.amount(claim.getBound(), Dimension.FRACTION) / MILLIONTH,
        claim.getRelation() == Relation.LT || claim.getRelation() == Relation.LE,
        claim.getRelation() == Relation.LE || claim.getRelation() == Relation.GE);
  }
}
