package org.vmn.runtime.claims;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.explore.Answer;
import org.vmn.runtime.explore.Attempts;
import org.vmn.runtime.explore.Classes;
import org.vmn.runtime.explore.Cuts;
import org.vmn.runtime.explore.Parties;
import org.vmn.runtime.explore.Party;
import org.vmn.runtime.explore.Probe;
import org.vmn.runtime.explore.Probes;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.forward.Packet;
import org.vmn.runtime.forward.Walk;
import org.vmn.runtime.network.Balancer;
import org.vmn.runtime.network.Endpoints;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Router;
import org.vmn.runtime.network.Traffic;
import org.vmn.runtime.value.Ip;
import org.vmn.runtime.value.IpSet;

/**
 * All that can arrive from one set at another, whichever address it is sent to: their own, a
 * balancer's, or one that a router translates.
 */
final class Arrivals {
  private final Forwarding tables;
  private final Effort effort;
  private final Cuts cuts;
  private final Parties parties;
  private final Attempts attempts;
  private final Probes probes;

  /**
   * @param borders sets that classes must not straddle, beside those of the tables
   */
  Arrivals(Forwarding tables, Effort effort, List<IpSet> borders) {
    this.tables = tables;
    this.effort = effort;
    cuts = new Cuts(tables);
    borders.forEach(cuts::cut);
    Classes classes = Classes.of(tables, cuts);
    parties = classes.parties();
    attempts = classes.attempts();
    probes = classes.probes();
  }

  /**
   * Looks for a wanted connection from one set that arrives at another.
   *
   * @param traffic what it is sent or delivered as, or null for everything
   * @return FAILS with the connection, or HOLDS when there is none
   */
  Finding none(Endpoints from, Endpoints to, @Nullable Traffic traffic, Predicate<Walk> wanted) {
    IpSet meant = tables.sets().addresses(to);
    // Who is chosen by a balancer, and on which port, must be meant as a whole class or not at all.
    cuts.cut(meant);
    if (traffic != null) {
      traffic.matches().forEach(cuts::cut);
    }
    Set<Ip> destinations = destinations(to);
    destinations.addAll(translated(meant));
    List<Probe> tried =
        traffic == null || destinations.stream().anyMatch(this::changesPorts)
            ? probes.everything()
            : probes.of(traffic);
    Predicate<Walk> arrives =
        walk ->
            walk.arrives() && !walk.returns() && isMeant(walk, meant, traffic) && wanted.test(walk);
    List<Party> sources = parties.sources(from);
    Finding nobody = Reaching.opensNothing(sources);
    if (nobody != null) {
      return nobody;
    }
    for (Party source : sources) {
      for (Probe probe : tried) {
        Answer answer = attempts.any(source, List.copyOf(destinations), probe, arrives);
        if (answer.walk() != null) {
          return Finding.fails(answer.walk(), "");
        }
        if (effort.spent(answer.walks())) {
          return effort.exhausted();
        }
      }
    }
    return Finding.HOLDS;
  }

  private static boolean isMeant(Walk walk, IpSet meant, @Nullable Traffic traffic) {
    Packet sent = walk.packet();
    Packet delivered = walk.there().get(walk.there().size() - 1).packet();
    boolean there = meant.contains(sent.destination()) || meant.contains(delivered.destination());
    return there && (traffic == null || sent.is(traffic) || delivered.is(traffic));
  }

  /** The set's own addresses: of one or two that are up of each class. */
  private Set<Ip> destinations(Endpoints to) {
    Set<Ip> all = new LinkedHashSet<>();
    for (Party party : parties.of(to)) {
      all.addAll(Attempts.addresses(party));
    }
    return all;
  }

  /** Whether what is sent to an address is delivered on another port. */
  private boolean changesPorts(Ip address) {
    Network network = tables.network();
    return network.balancers().stream().anyMatch(b -> b.address().equals(address))
        || network.routers().stream()
            .flatMap(r -> r.dnat().stream())
            .anyMatch(d -> d.address().equals(address));
  }

  /** Addresses of the set, or that lead to some of it, which no machine has. */
  private Set<Ip> translated(IpSet meant) {
    Set<Ip> all = new LinkedHashSet<>();
    for (Balancer balancer : tables.network().balancers()) {
      if (meant.contains(balancer.address())
          || balancer.targets().stream()
              .anyMatch(t -> !tables.sets().addresses(t).intersect(meant).isEmpty())) {
        all.add(balancer.address());
      }
    }
    for (Router router : tables.network().routers()) {
      router.floating().stream()
          .filter(f -> meant.contains(f.address()) || meant.contains(f.inside()))
          .forEach(f -> all.add(f.address()));
      router.dnat().stream()
          .filter(d -> meant.contains(d.address()) || meant.contains(d.inside()))
          .forEach(d -> all.add(d.address()));
    }
    return all;
  }
}
