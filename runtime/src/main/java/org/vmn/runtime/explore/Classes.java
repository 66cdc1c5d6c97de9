package org.vmn.runtime.explore;

import org.vmn.runtime.forward.Forwarding;

/** The classes of one network's sources, destinations and traffic, and what connects them. */
public record Classes(Cuts cuts, Parties parties, Attempts attempts, Probes probes) {

  /** Those that no table of the network tells apart. */
  public static Classes of(Forwarding tables) {
    return of(tables, new Cuts(tables));
  }

  /** The same, cut further. */
  public static Classes of(Forwarding tables, Cuts cuts) {
    Parties parties = new Parties(tables, cuts);
    return new Classes(cuts, parties, new Attempts(tables, parties), new Probes(cuts));
  }
}
