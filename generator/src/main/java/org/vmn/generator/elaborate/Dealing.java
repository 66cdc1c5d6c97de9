package org.vmn.generator.elaborate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vmn.dsl.vmn.SpreadKind;
import org.vmn.generator.elaborate.Dealt.Outcome;
import org.vmn.generator.elaborate.Placer.Guest;
import org.vmn.runtime.network.Placement;
import org.vmn.runtime.network.Ref;

/**
 * Deals out replicas in turn over the hosts that have room, beginning with the host that has the
 * fewest guests; a host that is full drops out. The cost depends on the hosts, never on the number
 * of replicas.
 */
final class Dealing {
  private final Rooms rooms;

  Dealing(Rooms rooms) {
    this.rooms = rooms;
  }

  /**
   * Takes room for a machine, as far as there is.
   *
   * @param kept its blocks that have their room already
   */
  Dealt deal(Guest guest, List<Placement.Block> kept) {
    List<Placement.Block> blocks = new ArrayList<>(kept);
    int count = guest.count() - kept.stream().mapToInt(Placement.Block::count).sum();
    Outcome outcome = count == 0 ? Outcome.PLACED : more(guest, count, blocks);
    return new Dealt(guest, blocks, outcome);
  }

  private Outcome more(Guest guest, int count, List<Placement.Block> blocks) {
    List<Ref> before = blocks.stream().flatMap(b -> b.hosts().stream()).distinct().toList();
    List<Ref> candidates = new ArrayList<>(guest.allowed(rooms));
    candidates.sort(Comparator.comparingInt(rooms::guests));
    if (guest.is(SpreadKind.APART)) {
      return apart(guest, candidates, before, count, blocks);
    }
    if (guest.is(SpreadKind.TOGETHER)) {
      candidates = together(guest, candidates, before, count);
      if (candidates.isEmpty()) {
        return Outcome.NO_ROOM_TOGETHER;
      }
    } else if (guest.isByZone()) {
      candidates = byZone(candidates);
    }
    return inTurn(guest, candidates, count, blocks);
  }

  private Outcome inTurn(
      Guest guest, List<Ref> candidates, int count, List<Placement.Block> blocks) {
    int left = count;
    List<Ref> open = candidates;
    while (left > 0) {
      open = open.stream().filter(h -> rooms.fits(h, guest.need()) > 0).toList();
      if (open.isEmpty()) {
        return Outcome.NO_ROOM;
      }
      long rounds = open.stream().mapToLong(h -> rooms.fits(h, guest.need())).min().orElse(1);
      long fullRounds = Math.min(rounds, left / open.size());
      List<Ref> hosts = fullRounds == 0 ? open.subList(0, left) : open;
      long times = Math.max(1, fullRounds);
      left -= take(guest, hosts, times, blocks);
    }
    return Outcome.PLACED;
  }

  private int take(Guest guest, List<Ref> hosts, long times, List<Placement.Block> blocks) {
    hosts.forEach(h -> rooms.take(h, guest.need(), times));
    int count = (int) (times * hosts.size());
    blocks.add(new Placement.Block(count, hosts));
    return count;
  }

  /** One host for each replica, none in a host or zone that has one. */
  private Outcome apart(
      Guest guest,
      List<Ref> candidates,
      List<Ref> before,
      int count,
      List<Placement.Block> blocks) {
    Map<Object, List<Ref>> domains = domains(guest, candidates);
    if (domains.size() < guest.count()) {
      return Outcome.TOO_FEW_DOMAINS;
    }
    before.forEach(h -> domains.remove(domain(guest, h)));
    List<Ref> hosts =
        domains.values().stream()
            .flatMap(d -> d.stream().filter(h -> rooms.fits(h, guest.need()) > 0).limit(1))
            .limit(count)
            .toList();
    if (!hosts.isEmpty()) {
      take(guest, hosts, 1, blocks);
    }
    return hosts.size() < count ? Outcome.NO_ROOM : Outcome.PLACED;
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
}
