package org.vmn.runtime.claims;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.explore.Classes;
import org.vmn.runtime.explore.Cuts;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.forward.Wires;
import org.vmn.runtime.network.Claim;
import org.vmn.runtime.network.Endpoints;

/** Decides claims about a network. */
public final class Claims {
  private final Forwarding tables;
  private final @Nullable Cuts cuts;
  private final Predicate<Claim.Reach> known;
  private final Map<Object, Losses> losses = new HashMap<>();
  private @Nullable Classes classes;

  private Claims(Forwarding tables, @Nullable Cuts cuts, Predicate<Claim.Reach> known) {
    this.tables = tables;
    this.cuts = cuts;
    this.known = known;
  }

  /** About the network behind these tables, less what is down in them. */
  public static Claims about(Forwarding tables) {
    return about(tables, claim -> false);
  }

  /**
   * The same.
   *
   * @param known asked whether a claim is already known to hold, so that claims about failures need
   *     not decide what they say of nothing down
   */
  public static Claims about(Forwarding tables, Predicate<Claim.Reach> known) {
    return new Claims(tables, null, known);
  }

  /**
   * The same.
   *
   * @param cuts those of the network with everything up, which hold those of what is left of it
   */
  static Claims about(Forwarding tables, Cuts cuts) {
    return new Claims(tables, cuts, claim -> false);
  }

  /** Decides a claim for all packets, ports, replicas and choices. */
  public Finding decide(Claim claim, Effort effort) {
    return switch (claim) {
      case Claim.Reach c -> new Reaching(classes(), effort).decide(c);
      case Claim.Crosses c -> new Crossing(tables, effort).decide(c);
      case Claim.Isolated c -> new Isolation(tables, effort).decide(c);
      case Claim.NoLoops c -> new Loops(tables, classes(), effort).decide();
      case Claim.NoBlackHoles c -> new BlackHoles(tables, classes(), effort).decide();
      case Claim.MtuAtLeast c -> new PacketSize(tables, classes(), effort).decide(c);
      case Claim.UnderFailures c -> new Failures(tables, this, effort).decide(c);
      case Claim.Redundant c -> new Failures(tables, this, effort).decide(Failures.of(c));
      case Claim.Usage c -> new Use(tables).decide(c);
    };
  }

  /** Made once: to cut a large network into classes takes longer than most claims. */
  Classes classes() {
    Classes made = classes;
    if (made == null) {
      made = cuts == null ? Classes.of(tables) : Classes.of(tables, cuts);
      classes = made;
    }
    return made;
  }

  /** What claims about the loss of so many of some kinds have in common. */
  record Losses(HostKinds hosts, Wires wires) {}

  /** Made once for all claims about the same. */
  Losses losses(List<Claim.Kind> kinds, int count) {
    return losses.computeIfAbsent(
        List.of(kinds, count),
        key ->
            new Losses(
                new HostKinds(tables.network(), classes().parties(), count + 2),
                new Wires(tables.network(), kinds)));
  }

  boolean isKnown(Claim claim) {
    return claim instanceof Claim.Reach reach && known.test(reach);
  }

  /** Whether some of a set is up. */
  boolean survives(Endpoints set) {
    return !classes().parties().of(set).isEmpty();
  }
}
