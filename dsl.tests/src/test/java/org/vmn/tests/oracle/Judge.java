package org.vmn.tests.oracle;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.network.Assertion;
import org.vmn.runtime.network.Balancer;
import org.vmn.runtime.network.Claim;
import org.vmn.runtime.network.Element;
import org.vmn.runtime.network.Endpoints;
import org.vmn.runtime.network.Member;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Traffic;
import org.vmn.runtime.value.Ip;

/** Decides assertions by the sets of headers that complete, fail or arrive (language, 4.7). */
final class Judge {
  private final Space space = new Space();
  private final Catalogue catalogue;
  private final Sets sets;
  private final Parties parties;
  private final Exits exits;
  private final Devices asGuests;
  private final Devices byAnyExit;
  private final Map<Spot, Headers> fails = new HashMap<>();
  private final Map<Spot, Run> runs = new HashMap<>();

  Judge(Network network) {
    this(network, Set.of());
  }

  /**
   * @param down machines and routers that have failed
   */
  Judge(Network network, Set<Element> down) {
    catalogue = new Catalogue(network, down);
    sets = new Sets(catalogue);
    parties = new Parties(catalogue, sets);
    exits = new Exits(space, catalogue);
    asGuests = new Devices(space, catalogue, false);
    byAnyExit = new Devices(space, catalogue, true);
  }

  Space space() {
    return space;
  }

  /** Whether it holds; null when the claim can't be asked. */
  @Nullable Boolean decides(Assertion assertion) {
    return asks(assertion.claim()) ? holds(assertion.claim()) : null;
  }

  private static boolean asks(Claim claim) {
    return switch (claim) {
      case Claim.Reach reach -> opens(reach.from());
      case Claim.Crosses crosses -> opens(crosses.from());
      case Claim.Isolated isolated -> opens(isolated.from()) && opens(isolated.to());
      case Claim.UnderFailures failures -> asks(failures.claim());
      default -> true;
    };
  }

  /** Balancers open no connections. */
  private static boolean opens(Endpoints from) {
    return from.include().stream().noneMatch(Member.Virtual.class::isInstance);
  }

  private Arrivals arrivals() {
    return new Arrivals(space, catalogue, parties, sets, runs());
  }

  /** All that can be sent, by any way off. */
  private Map<Spot, Run> runs() {
    catalogue.spots().forEach(spot -> runs.computeIfAbsent(spot, byAnyExit::start));
    return runs;
  }

  boolean holds(Claim claim) {
    return switch (claim) {
      case Claim.Reach reach -> holds(reach);
      case Claim.Crosses crosses -> arrivals().cross(crosses);
      case Claim.Isolated isolated -> arrivals().isolated(isolated);
      case Claim.NoLoops loops -> runs().values().stream().noneMatch(Run::circles);
      case Claim.UnderFailures failures -> Failures.hold(catalogue.network(), failures);
      default -> throw new IllegalArgumentException("a claim " + claim);
    };
  }

  /** Whether a member of a set has survived. */
  boolean survives(Endpoints set) {
    return !parties.destinations(set).isEmpty();
  }

  private boolean holds(Claim.Reach claim) {
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
    return runs.computeIfAbsent(spot, byAnyExit::start).delivered().values().stream()
        .reduce(space.none(), Headers::or);
  }
}
