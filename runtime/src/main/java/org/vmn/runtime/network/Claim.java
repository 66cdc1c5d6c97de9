package org.vmn.runtime.network;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an assertion says. */
public sealed interface Claim {

  /**
   * Who reaches whom.
   *
   * @param traffic null for what the destination itself says: a balancer's own port, everything for
   *     all else
   */
  record Reach(Mode mode, Endpoints from, Endpoints to, @Nullable Traffic traffic)
      implements Claim {}

  /** REACHES and CANNOT_REACH are not each other's negation. */
  enum Mode {
    /** Every source can connect to every destination on every port of the traffic. */
    REACHES,
    /** REACHES on the traffic, and CANNOT_REACH on everything else. */
    REACHES_ONLY,
    /** No source can connect to any destination on any port of the traffic. */
    CANNOT_REACH
  }

  /** Every connection that arrives has gone through one of the waypoints. */
  record Crosses(Endpoints from, Endpoints to, @Nullable Traffic traffic, List<Waypoint> through)
      implements Claim {
    public Crosses {
      through = List.copyOf(through);
    }
  }

  /** What a connection can go through. */
  sealed interface Waypoint {
    /** A balancer that chose the target. */
    record AtBalancer(String balancer) implements Waypoint {}

    /** A router that forwarded it. */
    record AtRouter(String router) implements Waypoint {}

    /** A firewall that let it pass. */
    record AtFirewall(String firewall) implements Waypoint {}

    /** A chain that steered it. */
    record AtChain(String chain) implements Waypoint {}

    /** Machines that passed it on. */
    record AtMachines(String machine, int first, int last) implements Waypoint {}
  }

  /** Neither can open a connection to the other. */
  record Isolated(Endpoints from, Endpoints to) implements Claim {}

  /** No packet goes around for ever, wherever it enters. */
  record NoLoops() implements Claim {}

  /** No router drops a packet to an address that somebody has for want of a route. */
  record NoBlackHoles() implements Claim {}

  /**
   * Packets of this size pass from every source to every destination, unfragmented.
   *
   * @param bytes of an IP packet
   */
  record MtuAtLeast(Endpoints from, Endpoints to, int bytes) implements Claim {}

  /**
   * The claim holds for every set of at most so many failed elements, over the members that
   * survive.
   */
  record UnderFailures(int count, List<Kind> kinds, Claim claim) implements Claim {
    public UnderFailures {
      kinds = List.copyOf(kinds);
    }
  }

  /** What can fail in a claim. */
  enum Kind {
    HOST,
    LINK,
    MACHINE,
    ROUTER,
    /** A physical switch. */
    DEVICE
  }

  /**
   * A bound on what is used of each element of a kind.
   *
   * @param name of one declaration that is meant, or null for all of the kind
   * @param bound fraction of the capacity
   * @param below whether the use must be below the bound
   * @param inclusive whether the bound itself is within
   */
  record Usage(
      Resource resource,
      Scope scope,
      @Nullable String name,
      double bound,
      boolean below,
      boolean inclusive)
      implements Claim {}

  /** What is used. */
  enum Resource {
    CPU,
    MEMORY,
    STORAGE,
    /** Bandwidth, under the loads that scenarios declare. */
    BANDWIDTH
  }

  /** What it is used of. */
  enum Scope {
    HOST,
    ZONE,
    LINK
  }

  /** No single host, link, machine, router or physical switch is needed for the connection. */
  record Redundant(Endpoints from, Endpoints to, @Nullable Traffic traffic) implements Claim {}
}
