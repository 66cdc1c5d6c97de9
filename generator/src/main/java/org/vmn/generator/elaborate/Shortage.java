package org.vmn.generator.elaborate;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.diagnostics.Problem;
import org.vmn.dsl.vmn.SpreadKind;
import org.vmn.generator.elaborate.Dealt.Outcome;
import org.vmn.generator.elaborate.Placer.Guest;
import org.vmn.runtime.network.Host;
import org.vmn.runtime.network.Origin;

/**
 * Says which machines have no place. However many find no room, the cause is one: that is one
 * problem, at the machine that takes the room of all others where there is one.
 */
final class Shortage {
  private static final int MOST_PLACES = 5;

  private final Context context;
  private final List<Host> hosts;
  private final Rooms rooms;

  /**
   * @param rooms what is left when all were dealt out
   */
  Shortage(Context context, List<Host> hosts, Rooms rooms) {
    this.context = context;
    this.hosts = hosts;
    this.rooms = rooms;
  }

  void report(List<Dealt> dealt) {
    dealt.stream()
        .filter(d -> d.outcome() == Outcome.TOO_FEW_DOMAINS)
        .forEach(d -> context.report(tooFewDomains(d.guest())));
    List<Dealt> missing = dealt.stream().filter(Dealt::isShort).toList();
    if (missing.size() == 1) {
      context.report(one(missing.get(0), rooms, ""));
    } else if (!missing.isEmpty()) {
      TooLarge found = TooLarge.among(dealt, hosts);
      context.report(
          found == null
              ? many(missing)
              : one(found.dealt(), found.rooms(), " beside the other machines"));
    }
  }

  private Problem tooFewDomains(Guest guest) {
    String domain = guest.domain();
    long domains =
        guest.allowed(rooms).stream()
            .map(h -> guest.isByZone() ? rooms.host(h).zone() : h)
            .distinct()
            .count();
    return Problem.of(
            Code.CANNOT_PLACE,
            guest.spreadOrigin(),
            "`%s` has %d replicas, and there %s to keep them apart on"
                .formatted(
                    guest.name(),
                    guest.count(),
                    domains == 1 ? "is 1 " + domain : "are " + domains + " " + domain + "s"))
        .help("add a " + domain + ", or let them share one with `spread " + domain + "`");
  }

  private Problem one(Dealt dealt, Rooms rooms, String beside) {
    Guest guest = dealt.guest();
    if (dealt.outcome() == Outcome.NO_ROOM_TOGETHER) {
      return Problem.of(
              Code.CANNOT_PLACE,
              guest.spreadOrigin(),
              "no %s has room for all %d replicas of `%s`%s"
                  .formatted(guest.domain(), guest.count(), guest.name(), beside))
          .help("let them be placed apart with `spread " + guest.domain() + "`");
    }
    Origin origin = context.origin(guest.vm());
    boolean apart = guest.is(SpreadKind.APART);
    String what =
        dealt.placed() == 0
            ? "`" + guest.name() + "`"
            : "replica %d of %d of `%s`".formatted(dealt.placed() + 1, guest.count(), guest.name());
    Problem problem =
        Problem.of(
                Code.OVER_CAPACITY,
                origin,
                apart && dealt.placed() > 0
                    ? "no further " + guest.domain() + " has room for " + what + beside
                    : "no host has room for " + what + beside + Lack.of(List.of(dealt), rooms))
            .label(origin, "each needs " + guest.need().text());
    if (apart) {
      problem = problem.label(guest.spreadOrigin(), "each on a " + guest.domain() + " of its own");
    }
    return left(problem, guest, rooms)
        .help(
            "add hosts, make `"
                + guest.name()
                + "` smaller or fewer, or let hosts promise more than they have with"
                + " `overcommit`");
  }

  private Problem many(List<Dealt> missing) {
    int machines = missing.stream().mapToInt(Dealt::missing).sum();
    Problem problem =
        Problem.of(
            Code.OVER_CAPACITY,
            context.origin(missing.get(0).guest().vm()),
            machines + " machines don't fit" + Lack.of(missing, rooms));
    Map<String, List<Dealt>> places =
        missing.stream()
            .collect(
                Collectors.groupingBy(
                    d -> context.origin(d.guest().vm()).toString(),
                    LinkedHashMap::new,
                    Collectors.toList()));
    for (List<Dealt> here : places.values().stream().limit(MOST_PLACES).toList()) {
      problem = problem.label(context.origin(here.get(0).guest().vm()), label(here));
    }
    return left(problem, missing.get(0).guest(), rooms)
        .help(
            "add hosts, make machines smaller or fewer, or let hosts promise more than they have"
                + " with `overcommit`");
  }

  private static String label(List<Dealt> here) {
    Dealt first = here.get(0);
    Guest guest = first.guest();
    String who = "`" + guest.name() + "`";
    if (guest.count() > 1) {
      who = "%d of %d replicas of %s".formatted(first.missing(), guest.count(), who);
    }
    if (here.size() > 1) {
      who += " and " + (here.size() - 1) + " more";
    }
    boolean alike = here.stream().allMatch(d -> d.guest().need().equals(guest.need()));
    return who + (alike ? "; each needs " : "; the first needs ") + guest.need().text();
  }

  /** What is left on the host with the fewest guests, which would be the next to be tried. */
  private static Problem left(Problem problem, Guest guest, Rooms rooms) {
    return guest.allowed(rooms).stream()
        .sorted(Comparator.comparingInt(rooms::guests))
        .sorted(Comparator.comparing(h -> rooms.fits(h, guest.need()) > 0))
        .findFirst()
        .map(best ->
            problem.label(
                rooms.host(best).origin(), "`" + best + "` has " + rooms.left(best) + " left"))
        .orElse(problem);
  }
}
