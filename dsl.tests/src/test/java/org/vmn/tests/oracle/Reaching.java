package org.vmn.tests.oracle;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.vmn.runtime.network.Balancer;
import org.vmn.runtime.network.Claim;
import org.vmn.runtime.network.Traffic;
import org.vmn.runtime.value.Ip;

/** Who reaches whom, member by member (language, 4.7). */
final class Reaching {
  private final Space space;
  private final Parties parties;
  private final Exits exits;
  private final Devices asGuests;
  private final Devices byAnyExit;
  private final Map<Spot, Headers> fails = new HashMap<>();
  private final Map<Spot, Headers> arrives = new HashMap<>();

  Reaching(Space space, Catalogue catalogue, Parties parties) {
    this.space = space;
    this.parties = parties;
    exits = new Exits(space, catalogue);
    asGuests = new Devices(space, catalogue, false);
    byAnyExit = new Devices(space, catalogue, true);
  }

  boolean holds(Claim.Reach claim) {
    return switch (claim.mode()) {
      case REACHES -> everyPair(claim, true, false);
      case CANNOT_REACH -> everyPair(claim, false, false);
      case REACHES_ONLY -> everyPair(claim, true, false) && everyPair(claim, false, true);
    };
  }

  private boolean everyPair(Claim.Reach claim, boolean reach, boolean others) {
    for (Party source : parties.sources(claim.from())) {
      for (Party destination : parties.destinations(claim.to())) {
        Headers asked = asked(claim, destination, others);
        boolean holds =
            source.isSame(destination)
                || (reach
                    ? reaches(source, destination, asked)
                    : !leaks(source, destination, asked));
        if (!holds) {
          return false;
        }
      }
    }
    return true;
  }

  /**
   * Whether a connection is one that the claim speaks of: then one that shows it to be wrong does.
   *
   * @param others whether it is one of those that {@code only} excludes
   */
  boolean concerns(Claim.Reach claim, Spot start, boolean[] packet, boolean others) {
    for (Party source : parties.sources(claim.from())) {
      for (Party destination : parties.destinations(claim.to())) {
        Headers meant =
            asked(claim, destination, others).and(space.sent().isTo(destination.addresses()));
        if (source.startsAt(start) && !source.isSame(destination) && meant.contains(packet)) {
          return true;
        }
      }
    }
    return false;
  }

  private Headers asked(Claim.Reach claim, Party destination, boolean others) {
    Headers meant = traffic(claim, destination);
    return others ? meant.not() : meant;
  }

  private Headers traffic(Claim.Reach claim, Party destination) {
    Traffic stated = claim.traffic();
    Balancer balancer = destination.balancerOrNull();
    List<Traffic.Match> matches =
        stated != null
            ? stated.matches()
            : balancer != null
                ? List.of(Selection.port(balancer, balancer.port()))
                : Traffic.EVERYTHING.matches();
    return space.sent().is(matches);
  }

  /** In each family that both have, each meant header completes whatever is chosen on its way. */
  private boolean reaches(Party source, Party destination, Headers asked) {
    Set<Ip.Family> common = new TreeSet<>(source.families());
    common.retainAll(destination.families());
    for (Ip.Family family : common) {
      Header sent = space.sent();
      Headers required =
          asked
              .and(space.family(family))
              .and(sent.isTo(destination.addresses()))
              .minus(sent.isTo(source.own()));
      Headers works = space.none();
      switch (source) {
        case Party.Replica r -> {
          for (Spot.Adapter adapter : r.adapters()) {
            Headers own =
                exits
                    .chosen(adapter, r.adapters(), sent)
                    .minus(fails(adapter))
                    .and(from(r, adapter, family));
            works = works.or(own.whatever(space.source()));
          }
        }
        case Party.Beyond b -> {
          required = required.and(sent.isFrom(b.addresses()));
          works = fails(b.spot()).not();
        }
        default -> throw new IllegalArgumentException("a source " + source);
      }
      if (destination instanceof Party.Replica) {
        // One of its addresses is enough.
        works = works.and(sent.isTo(destination.addresses())).whatever(space.destination());
      }
      if (!required.minus(works).isEmpty()) {
        return false;
      }
    }
    return !common.isEmpty();
  }

  private Headers from(Party.Replica replica, Spot.Adapter adapter, Ip.Family family) {
    return replica.of(adapter, family).stream()
        .map(space.sent()::isFrom)
        .reduce(space.none(), Headers::or);
  }

  /** Some meant header arrives, by any adapter, any way off and any choice. */
  private boolean leaks(Party source, Party destination, Headers asked) {
    Header sent = space.sent();
    Headers bad = asked.and(sent.isTo(destination.addresses())).minus(sent.isTo(source.own()));
    return switch (source) {
      case Party.Replica r ->
          r.adapters().stream()
              .anyMatch(a -> {
                Headers from = a.nic().spoof() ? space.all() : sent.isFrom(r.addresses());
                return arrives(a).overlaps(bad.and(from));
              });
      case Party.Beyond b -> arrives(b.spot()).overlaps(bad.and(sent.isFrom(b.addresses())));
      default -> throw new IllegalArgumentException("a source " + source);
    };
  }

  private Headers fails(Spot spot) {
    return fails.computeIfAbsent(
        spot,
        s -> {
          Run run = asGuests.start(s);
          return run.lost().values().stream().reduce(space.none(), Headers::or);
        });
  }

  private Headers arrives(Spot spot) {
    return arrives.computeIfAbsent(
        spot,
        s -> {
          Run run = byAnyExit.start(s);
          return run.delivered().values().stream().reduce(space.none(), Headers::or);
        });
  }
}
