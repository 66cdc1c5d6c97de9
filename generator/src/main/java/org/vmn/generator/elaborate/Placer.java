package org.vmn.generator.elaborate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.diagnostics.Problem;
import org.vmn.dsl.vmn.FailureDomain;
import org.vmn.dsl.vmn.OnHosts;
import org.vmn.dsl.vmn.Spread;
import org.vmn.dsl.vmn.SpreadKind;
import org.vmn.dsl.vmn.Vm;
import org.vmn.generator.elaborate.Rooms.Need;
import org.vmn.runtime.network.Host;
import org.vmn.runtime.network.Origin;
import org.vmn.runtime.network.Placement;
import org.vmn.runtime.network.Ref;

/**
 * Finds a host for every replica: where it was before, as long as that is still allowed, and else
 * machine by machine in order of declaration. Replicas are dealt out in turn over the hosts that
 * have room, beginning with the host that has the fewest guests; a host that is full drops out. The
 * cost depends on the hosts, never on the number of replicas.
 */
final class Placer {
  private final Context context;
  private final Rooms rooms;
  private final KeptPlaces kept;

  /**
   * A machine to be placed.
   *
   * @param count its replicas
   * @param need of each
   */
  record Guest(Vm vm, Shape shape, int count, Need need) {
    String name() {
      return vm.getName();
    }

    @Nullable Spread spread() {
      return shape.last(Spread.class);
    }

    boolean is(SpreadKind kind) {
      Spread spread = spread();
      return spread != null && spread.getKind() == kind;
    }

    boolean isByZone() {
      Spread spread = spread();
      return spread != null && spread.getOver() == FailureDomain.ZONE;
    }

    /** {@code host}, or {@code zone}. */
    String domain() {
      return isByZone() ? "zone" : "host";
    }

    Origin spreadOrigin() {
      Spread spread = spread();
      return spread == null ? Origin.NONE : shape.origin(spread);
    }
  }

  Placer(Context context, List<Host> hosts) {
    this.context = context;
    rooms = new Rooms(hosts);
    kept = new KeptPlaces(context, rooms);
  }

  /** Takes what machines had before, so that no new one gets it. */
  void keep(List<Guest> guests) {
    guests.forEach(g -> kept.claim(g, allowed(g)));
  }

  Placement place(Guest guest) {
    List<Ref> allowed = allowed(guest);
    List<Placement.Block> blocks = new ArrayList<>(kept.of(guest));
    int placed = blocks.stream().mapToInt(Placement.Block::count).sum();
    if (placed < guest.count() && !more(guest, allowed, guest.count() - placed, blocks)) {
      return new Placement(List.of());
    }
    Placement placement = new Placement(blocks);
    if (allowed.size() > 1) {
      kept.chose(guest, placement);
    }
    return placement;
  }

  /** The hosts that a machine may be on, in order of declaration. */
  private List<Ref> allowed(Guest guest) {
    OnHosts on = guest.shape().last(OnHosts.class);
    return on == null ? rooms.hosts() : Picks.hosts(on.getHosts());
  }

  /** Adds blocks for more replicas; false, and reported, where there is no place for them. */
  private boolean more(Guest guest, List<Ref> allowed, int count, List<Placement.Block> blocks) {
    List<Ref> before = blocks.stream().flatMap(b -> b.hosts().stream()).distinct().toList();
    List<Ref> candidates = new ArrayList<>(allowed);
    candidates.sort(Comparator.comparingInt(rooms::guests));
    if (guest.is(SpreadKind.APART)) {
      return apart(guest, candidates, before, count, blocks);
    }
    if (guest.is(SpreadKind.TOGETHER)) {
      candidates = together(guest, candidates, before, count);
      if (candidates.isEmpty()) {
        context.report(
            Problem.of(
                    Code.CANNOT_PLACE,
                    guest.spreadOrigin(),
                    "no %s has room for all %d replicas of `%s`"
                        .formatted(guest.domain(), guest.count(), guest.name()))
                .help("let them be placed apart with `spread " + guest.domain() + "`"));
        return false;
      }
    } else if (guest.isByZone()) {
      candidates = byZone(candidates);
    }
    return deal(guest, candidates, count, blocks);
  }

  private boolean deal(Guest guest, List<Ref> candidates, int count, List<Placement.Block> blocks) {
    int left = count;
    List<Ref> open = candidates;
    while (left > 0) {
      open = open.stream().filter(h -> rooms.fits(h, guest.need()) > 0).toList();
      if (open.isEmpty()) {
        overCapacity(guest, candidates, guest.count() - left);
        return false;
      }
      long rounds = open.stream().mapToLong(h -> rooms.fits(h, guest.need())).min().orElse(1);
      long fullRounds = Math.min(rounds, left / open.size());
      List<Ref> hosts = fullRounds == 0 ? open.subList(0, left) : open;
      long times = Math.max(1, fullRounds);
      hosts.forEach(h -> rooms.take(h, guest.need(), times));
      blocks.add(new Placement.Block((int) (times * hosts.size()), hosts));
      left -= (int) (times * hosts.size());
    }
    return true;
  }

  /** One host for each replica, none in a host or zone that has one. */
  private boolean apart(
      Guest guest,
      List<Ref> candidates,
      List<Ref> before,
      int count,
      List<Placement.Block> blocks) {
    Map<Object, List<Ref>> domains = domains(guest, candidates);
    if (domains.size() < guest.count()) {
      String domain = guest.domain();
      context.report(
          Problem.of(
                  Code.CANNOT_PLACE,
                  guest.spreadOrigin(),
                  "`%s` has %d replicas, and there are %d %ss to keep them apart on"
                      .formatted(guest.name(), guest.count(), domains.size(), domain))
              .help("add a " + domain + ", or let them share one with `spread " + domain + "`"));
      return false;
    }
    before.forEach(h -> domains.remove(domain(guest, h)));
    List<Ref> hosts =
        domains.values().stream()
            .flatMap(d -> d.stream().filter(h -> rooms.fits(h, guest.need()) > 0).limit(1))
            .limit(count)
            .toList();
    if (hosts.size() < count) {
      overCapacity(guest, candidates, guest.count() - count + hosts.size());
      return false;
    }
    hosts.forEach(h -> rooms.take(h, guest.need(), 1));
    blocks.add(new Placement.Block(count, hosts));
    return true;
  }

  /**
   * The first host, or the hosts of the first zone, that have room for all; none where no one has.
   */
  private List<Ref> together(Guest guest, List<Ref> candidates, List<Ref> before, int count) {
    Map<Object, List<Ref>> domains = domains(guest, candidates);
    if (!before.isEmpty()) {
      domains.keySet().retainAll(List.of(domain(guest, before.get(0))));
    }
    for (List<Ref> members : domains.values()) {
      long fits = 0;
      for (Ref host : members) {
        fits += Math.min(count, rooms.fits(host, guest.need()));
      }
      if (fits >= count) {
        return members;
      }
    }
    return List.of();
  }

  private Map<Object, List<Ref>> domains(Guest guest, List<Ref> hosts) {
    Map<Object, List<Ref>> domains = new LinkedHashMap<>();
    hosts.forEach(h -> domains.computeIfAbsent(domain(guest, h), d -> new ArrayList<>()).add(h));
    return domains;
  }

  private Object domain(Guest guest, Ref host) {
    return guest.isByZone() ? rooms.host(host).zone() : host;
  }

  /** Hosts in turn over their zones. */
  private List<Ref> byZone(List<Ref> hosts) {
    Map<String, Integer> seen = new HashMap<>();
    Map<Ref, Integer> rank = new HashMap<>();
    hosts.forEach(h -> rank.put(h, seen.merge(rooms.host(h).zone(), 1, Integer::sum)));
    return hosts.stream().sorted(Comparator.comparingInt(h -> rank.getOrDefault(h, 0))).toList();
  }

  private void overCapacity(Guest guest, List<Ref> candidates, int placed) {
    Origin origin = context.origin(guest.vm());
    boolean apart = guest.is(SpreadKind.APART);
    String what =
        placed == 0
            ? "`" + guest.name() + "`"
            : "replica %d of %d of `%s`".formatted(placed + 1, guest.count(), guest.name());
    Problem problem =
        Problem.of(
                Code.OVER_CAPACITY,
                origin,
                apart && placed > 0
                    ? "no further %s has room for %s".formatted(guest.domain(), what)
                    : "no host has room for " + what)
            .label(origin, "each needs " + guest.need().text());
    if (apart) {
      problem = problem.label(guest.spreadOrigin(), "each on a " + guest.domain() + " of its own");
    }
    // The one with the most room would be the next to be tried.
    Ref best =
        candidates.stream()
            .filter(h -> rooms.fits(h, guest.need()) == 0)
            .findFirst()
            .orElse(candidates.isEmpty() ? null : candidates.get(0));
    if (best != null) {
      problem =
          problem.label(
              rooms.host(best).origin(), "`" + best + "` has " + rooms.left(best) + " left");
    }
    context.report(
        problem.help(
            "add hosts, make `"
                + guest.name()
                + "` smaller or fewer, or let hosts promise more than they have with"
                + " `overcommit`"));
  }
}
