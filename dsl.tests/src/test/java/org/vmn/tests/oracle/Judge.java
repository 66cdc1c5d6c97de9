package org.vmn.tests.oracle;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.network.Assertion;
import org.vmn.runtime.network.Claim;
import org.vmn.runtime.network.Element;
import org.vmn.runtime.network.Endpoints;
import org.vmn.runtime.network.Member;
import org.vmn.runtime.network.Network;

/** Decides assertions by the sets of headers that complete, fail or arrive (language, 4.7). */
final class Judge {
  private final Space space = new Space();
  private final Catalogue catalogue;
  private final Sets sets;
  private final Parties parties;
  private final Reaching reaching;
  private final Devices byAnyExit;
  private final Map<Spot, Run> runs = new HashMap<>();

  Judge(Network network) {
    this(network, Set.of());
  }

  /**
   * @param down machines, routers and hosts that have failed
   */
  Judge(Network network, Set<Element> down) {
    catalogue = new Catalogue(network, down);
    sets = new Sets(catalogue);
    parties = new Parties(catalogue, sets);
    reaching = new Reaching(space, catalogue, parties);
    byAnyExit = new Devices(space, catalogue, true);
  }

  Space space() {
    return space;
  }

  Reaching reaching() {
    return reaching;
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
      case Claim.Reach reach -> reaching.holds(reach);
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
}
