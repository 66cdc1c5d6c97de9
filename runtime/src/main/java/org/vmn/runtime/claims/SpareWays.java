package org.vmn.runtime.claims;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vmn.runtime.explore.Classes;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.forward.Watch;
import org.vmn.runtime.forward.Wires;
import org.vmn.runtime.network.Claim;
import org.vmn.runtime.network.Element;
import org.vmn.runtime.network.Ref;

/**
 * Why a connection survives failures of wires: ways between two hosts of which no two have anything
 * in common that may fail.
 *
 * @param pairs how many pairs of hosts are like this one, of those that the claim looks at
 * @param ways each from the one host to the other
 * @param enough whether some way is left whatever fails; else every loss on them was tried
 */
public record SpareWays(
    Ref from, Ref to, String segment, int pairs, List<List<Element>> ways, boolean enough) {
  public SpareWays {
    ways = List.copyOf(ways);
  }

  /**
   * Of a claim that somebody reaches somebody under failures that holds. One for each kind of pair
   * of hosts that its packets go between; none for other claims, and where wires don't fail.
   */
  public static List<SpareWays> of(Forwarding whole, Claim claim, Effort effort) {
    Claim.UnderFailures under =
        switch (claim) {
          case Claim.UnderFailures u -> u;
          case Claim.Redundant r -> Failures.of(r);
          default -> null;
        };
    if (under == null
        || !(under.claim() instanceof Claim.Reach reach)
        || reach.mode() == Claim.Mode.CANNOT_REACH
        || !under.kinds().contains(Claim.Kind.LINK) && !under.kinds().contains(Claim.Kind.DEVICE)) {
      return List.of();
    }
    Classes classes = Classes.of(whole);
    HostKinds kinds = new HostKinds(whole.network(), classes.parties(), under.count() + 2);
    Wires wires = new Wires(whole.network(), under.kinds());
    Watch watch = new Watch(wires, under.kinds(), under.count());
    Breaking breaking = new Breaking(whole, classes.parties(), kinds, watch, effort);
    new Trials(classes, kinds)
        .each(
            reach,
            trial -> {
              breaking.of(trial, 0);
              return breaking.isExhausted();
            });
    Map<List<String>, List<Watch.Joined>> alike = new LinkedHashMap<>();
    for (Watch.Joined joined : watch.joined()) {
      List<String> kind =
          List.of(kinds.kind(joined.from()), kinds.kind(joined.to()), joined.segment().name());
      alike.computeIfAbsent(kind, k -> new ArrayList<>()).add(joined);
    }
    List<SpareWays> found = new ArrayList<>();
    alike.values().forEach(same -> found.add(of(same, wires, under.count())));
    return found;
  }

  private static SpareWays of(List<Watch.Joined> same, Wires wires, int failures) {
    Watch.Joined first = same.get(0);
    Wires.Apart apart = wires.apart(first.from(), first.to(), first.segment(), failures + 1);
    return new SpareWays(
        first.from(),
        first.to(),
        first.segment().name(),
        same.size(),
        apart.ways(),
        apart.outlasts(failures));
  }
}
