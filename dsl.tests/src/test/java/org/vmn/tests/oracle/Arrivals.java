package org.vmn.tests.oracle;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.network.Claim;
import org.vmn.runtime.network.Endpoints;
import org.vmn.runtime.network.Firewall;
import org.vmn.runtime.network.Traffic;
import org.vmn.runtime.value.IpSet;

/**
 * What arrives from one set at another, whichever address it was sent to: their own, a balancer's
 * or a translated one.
 *
 * @param runs all packets that start in a place, by every way off its segment
 */
record Arrivals(Space space, Catalogue catalogue, Parties parties, Sets sets, Map<Spot, Run> runs) {

  /** Every connection that arrives has gone through one of the waypoints. */
  boolean cross(Claim.Crosses claim) {
    return none(
        claim.from(),
        claim.to(),
        claim.traffic(),
        at -> claim.through().stream().noneMatch(w -> crosses(at, w)));
  }

  boolean isolated(Claim.Isolated claim) {
    return none(claim.from(), claim.to(), null, at -> true)
        && none(claim.to(), claim.from(), null, at -> true);
  }

  private boolean none(
      Endpoints from, Endpoints to, @Nullable Traffic traffic, Predicate<Stage.Delivered> wanted) {
    for (Party source : parties.sources(from)) {
      for (Map.Entry<Spot, Run> run : runs.entrySet()) {
        for (Map.Entry<Stage, Headers> there : run.getValue().delivered().entrySet()) {
          if (source.startsAt(run.getKey())
              && there.getKey() instanceof Stage.Delivered at
              && !isItself(run.getKey(), at.spot())
              && wanted.test(at)
              && there.getValue().overlaps(meant(source, run.getKey(), at, to, traffic))) {
            return false;
          }
        }
      }
    }
    return true;
  }

  private Headers meant(
      Party source, Spot start, Stage.Delivered at, Endpoints to, @Nullable Traffic traffic) {
    IpSet meant = sets.of(to);
    Header sent = space.sent();
    Header delivered = at.memory().header();
    boolean forges = start instanceof Spot.Adapter a && a.nic().spoof();
    List<Traffic.Match> matches = (traffic == null ? Traffic.EVERYTHING : traffic).matches();
    return sent.isTo(meant)
        .or(delivered.isTo(meant))
        .and(sent.is(matches).or(delivered.is(matches)))
        .and(forges ? space.all() : sent.isFrom(source.addresses()));
  }

  private static boolean isItself(Spot start, Spot end) {
    return start instanceof Spot.Adapter a && a.sameMachine(end);
  }

  private boolean crosses(Stage.Delivered at, Claim.Waypoint waypoint) {
    Memory memory = at.memory();
    return switch (waypoint) {
      case Claim.Waypoint.AtBalancer b ->
          memory.chosen() != null && memory.chosen().balancer().equals(b.balancer());
      case Claim.Waypoint.AtRouter r -> passes(memory, r.router());
      case Claim.Waypoint.AtFirewall f -> passes(at, firewall(f.firewall()));
      case Claim.Waypoint.AtChain c ->
          memory.steered().stream()
              .anyMatch(s -> s.chain().equals(c.chain()) && s.machine() != null);
      case Claim.Waypoint.AtMachines m ->
          memory.steered().stream()
              .anyMatch(s ->
                  s.machine() != null
                      && s.machine().name().equals(m.machine())
                      && m.first() <= s.offset()
                      && s.offset() <= m.last());
    };
  }

  private Firewall firewall(String name) {
    return catalogue.network().firewalls().stream()
        .filter(f -> f.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static boolean passes(Memory memory, @Nullable String router) {
    return memory.passages().stream().anyMatch(p -> Objects.equals(p.router(), router));
  }

  /**
   * Those of a router see what it forwards, those of an external what comes from it or goes to it.
   */
  private static boolean passes(Stage.Delivered at, Firewall wall) {
    return passes(at.memory(), wall.router())
        || isOutside(at.spot(), wall.external())
        || isOutside(at.memory().client(), wall.external());
  }

  private static boolean isOutside(Spot spot, @Nullable String external) {
    return spot instanceof Spot.Outside o && o.external().name().equals(external);
  }
}
