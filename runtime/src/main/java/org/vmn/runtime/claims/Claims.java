package org.vmn.runtime.claims;

import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.network.Claim;

/** Decides claims about a network. */
public final class Claims {
  private final Forwarding tables;

  private Claims(Forwarding tables) {
    this.tables = tables;
  }

  /** About the network behind these tables, less what is down in them. */
  public static Claims about(Forwarding tables) {
    return new Claims(tables);
  }

  /** Decides a claim for all packets, ports, replicas and choices. */
  public Finding decide(Claim claim, Effort effort) {
    return switch (claim) {
      case Claim.Reach c -> new Reaching(tables, effort).decide(c);
      case Claim.Crosses c -> new Crossing(tables, effort).decide(c);
      case Claim.Isolated c -> new Isolation(tables, effort).decide(c);
      case Claim.NoLoops c -> new Loops(tables, effort).decide();
      case Claim.NoBlackHoles c -> new BlackHoles(tables, effort).decide();
      case Claim.MtuAtLeast c -> new PacketSize(tables, effort).decide(c);
      case Claim.UnderFailures c -> new Failures(tables, effort).decide(c);
      case Claim.Redundant c -> new Failures(tables, effort).decide(Failures.of(c));
      case Claim.Usage c -> new Use(tables).decide(c);
    };
  }
}
