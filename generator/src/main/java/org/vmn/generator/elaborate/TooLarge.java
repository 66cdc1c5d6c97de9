package org.vmn.generator.elaborate;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vmn.generator.elaborate.Dealt.Outcome;
import org.vmn.generator.elaborate.Placer.Guest;
import org.vmn.runtime.network.Host;

/**
 * The machine without which all others have a place.
 *
 * @param dealt what it gets when all others have theirs
 * @param rooms what is left then
 */
record TooLarge(Dealt dealt, Rooms rooms) {
  /** Each costs as much as placing all machines. */
  private static final int MOST_TRIALS = 8;

  /** The largest such machine, or null. */
  static @Nullable TooLarge among(List<Dealt> dealt, List<Host> hosts) {
    List<Guest> guests =
        dealt.stream()
            .filter(d -> d.outcome() != Outcome.TOO_FEW_DOMAINS)
            .map(Dealt::guest)
            .toList();
    Rooms empty = new Rooms(hosts);
    List<Budget> budgets =
        Arrays.stream(Resource.values()).map(r -> Budget.of(r, empty, guests)).toList();
    return guests.stream()
        .filter(g -> budgets.stream().allMatch(b -> b.allowsWithout(g)))
        .sorted(Comparator.comparingDouble(g -> -largestShare(g, budgets)))
        .limit(MOST_TRIALS)
        .map(g -> last(g, guests, hosts))
        .flatMap(Optional::stream)
        .findFirst()
        .orElse(null);
  }

  private static double largestShare(Guest guest, List<Budget> budgets) {
    return budgets.stream().mapToDouble(b -> b.share(guest)).max().orElse(0);
  }

  /** What is left for a machine when all others are placed; empty when they can't all be. */
  private static Optional<TooLarge> last(Guest guest, List<Guest> guests, List<Host> hosts) {
    Rooms rooms = new Rooms(hosts);
    Dealing dealing = new Dealing(rooms);
    for (Guest other : guests) {
      if (!other.equals(guest) && !dealing.deal(other, List.of()).isPlaced()) {
        return Optional.empty();
      }
    }
    Dealt dealt = dealing.deal(guest, List.of());
    return dealt.isPlaced() ? Optional.empty() : Optional.of(new TooLarge(dealt, rooms));
  }

  /** What all hosts have of a resource, and all machines need. */
  private record Budget(Resource resource, double has, double needed) {
    static Budget of(Resource resource, Rooms empty, List<Guest> guests) {
      return new Budget(
          resource,
          empty.hosts().stream().mapToDouble(h -> empty.left(h, resource)).sum(),
          guests.stream().mapToDouble(g -> needs(g, resource)).sum());
    }

    private static double needs(Guest guest, Resource resource) {
      return (double) resource.of(guest.need()) * guest.count();
    }

    boolean allowsWithout(Guest guest) {
      return needed - needs(guest, resource) <= has;
    }

    double share(Guest guest) {
      return needs(guest, resource) / has;
    }
  }
}
