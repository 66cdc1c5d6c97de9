package org.vmn.generator.elaborate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.diagnostics.Problem;
import org.vmn.dsl.vmn.FailureDomain;
import org.vmn.dsl.vmn.OnHosts;
import org.vmn.dsl.vmn.Spread;
import org.vmn.dsl.vmn.SpreadKind;
import org.vmn.dsl.vmn.Vm;
import org.vmn.runtime.network.Host;
import org.vmn.runtime.network.Origin;
import org.vmn.runtime.network.Placement;
import org.vmn.runtime.network.Ref;
import org.vmn.runtime.network.Replicas;

/**
 * Finds a host for every replica, machine by machine in order of declaration. Replicas are dealt
 * out in turn over the hosts that have room, beginning with the host that has the fewest guests; a
 * host that is full drops out. The cost depends on the hosts, never on the number of replicas.
 */
final class Placer {
  private final Context context;
  private final Map<Ref, Room> rooms = new LinkedHashMap<>();

  /** What one replica needs of a host: cores, bytes of memory, bytes of storage. */
  record Need(int cpu, long memory, long storage) {}

  /** What is left on a host. What the host doesn't state is not limited. */
  private static final class Room {
    final Host host;
    long cpu;
    long memory;
    long storage;
    int guests;

    Room(Host host) {
      this.host = host;
      cpu = host.cpu() == 0 ? Long.MAX_VALUE : host.cpu();
      memory = host.memoryBytes() == 0 ? Long.MAX_VALUE : host.memoryBytes();
      storage = host.storageBytes() == 0 ? Long.MAX_VALUE : host.storageBytes();
    }

    long fits(Need need) {
      long byStorage = need.storage() == 0 ? Long.MAX_VALUE : storage / need.storage();
      return Math.min(Math.min(cpu / need.cpu(), memory / need.memory()), byStorage);
    }

    void take(Need need, long times) {
      cpu -= cpu == Long.MAX_VALUE ? 0 : need.cpu() * times;
      memory -= memory == Long.MAX_VALUE ? 0 : need.memory() * times;
      storage -= storage == Long.MAX_VALUE ? 0 : need.storage() * times;
      guests += (int) times;
    }
  }

  Placer(Context context, List<Host> hosts) {
    this.context = context;
    for (Host host : hosts) {
      for (int i = 0; i < host.replicas().count(); i++) {
        rooms.put(host.replicas().ref(host.name(), i), new Room(host));
      }
    }
  }

  Placement place(Vm vm, Shape shape, Replicas replicas, Need need) {
    OnHosts on = shape.last(OnHosts.class);
    Spread spread = shape.last(Spread.class);
    List<Ref> candidates =
        new ArrayList<>(on == null ? rooms.keySet() : Picks.hosts(on.getHosts()));
    candidates.sort(Comparator.comparingInt(this::guests));
    if (spread != null && spread.getOver() == FailureDomain.ZONE) {
      candidates = byZone(candidates, spread.getKind() == SpreadKind.APART);
    }
    if (spread != null && spread.getKind() == SpreadKind.TOGETHER) {
      candidates = together(candidates, spread.getOver(), replicas.count(), need);
      if (candidates.isEmpty()) {
        context.report(
            Problem.of(
                    Code.CANNOT_PLACE,
                    shape.origin(spread),
                    "no %s has room for all %d replicas of `%s`"
                        .formatted(domain(spread), replicas.count(), vm.getName()))
                .help("let them be placed apart with `spread " + domain(spread) + "`"));
        return new Placement(List.of());
      }
    }
    boolean apart = spread != null && spread.getKind() == SpreadKind.APART;
    if (spread != null && apart && replicas.count() > candidates.size()) {
      String domain = domain(spread);
      context.report(
          Problem.of(
                  Code.CANNOT_PLACE,
                  shape.origin(spread),
                  "`"
                      + vm.getName()
                      + "` has "
                      + replicas.count()
                      + " replicas, and there are "
                      + candidates.size()
                      + " "
                      + domain
                      + "s to keep them apart on")
              .help("add a " + domain + ", or let them share one with `spread " + domain + "`"));
      return new Placement(List.of());
    }
    return deal(vm, candidates, replicas.count(), need, apart ? 1 : Long.MAX_VALUE);
  }

  private static String domain(Spread spread) {
    return spread.getOver() == FailureDomain.ZONE ? "zone" : "host";
  }

  /**
   * The first host, or the hosts of the first zone, that have room for all; none where no one has.
   */
  private List<Ref> together(List<Ref> candidates, FailureDomain over, int count, Need need) {
    Map<Object, List<Ref>> domains = new LinkedHashMap<>();
    for (Ref host : candidates) {
      Object domain = over == FailureDomain.ZONE ? room(host).host.zone() : host;
      domains.computeIfAbsent(domain, d -> new ArrayList<>()).add(host);
    }
    for (List<Ref> members : domains.values()) {
      long fits = 0;
      for (Ref host : members) {
        fits += Math.min(count, room(host).fits(need));
      }
      if (fits >= count) {
        return members;
      }
    }
    return List.of();
  }

  private int guests(Ref host) {
    Room room = rooms.get(host);
    return room == null ? 0 : room.guests;
  }

  private Placement deal(Vm vm, List<Ref> candidates, int count, Need need, long mostOnHost) {
    List<Placement.Block> blocks = new ArrayList<>();
    long left = count;
    List<Ref> open = candidates;
    while (left > 0) {
      open = open.stream().filter(h -> room(h).fits(need) > 0).toList();
      if (open.isEmpty()) {
        overCapacity(vm, candidates, need, count, count - left);
        return new Placement(List.of());
      }
      long rounds = open.stream().mapToLong(h -> room(h).fits(need)).min().orElse(1);
      long fullRounds = Math.min(Math.min(rounds, mostOnHost), left / open.size());
      List<Ref> hosts = fullRounds == 0 ? open.subList(0, (int) left) : open;
      long times = Math.max(1, fullRounds);
      hosts.forEach(h -> room(h).take(need, times));
      blocks.add(new Placement.Block((int) (times * hosts.size()), hosts));
      left -= times * hosts.size();
    }
    return new Placement(blocks);
  }

  private Room room(Ref host) {
    Room room = rooms.get(host);
    if (room == null) {
      throw new IllegalStateException("no host " + host);
    }
    return room;
  }

  /** Hosts in turn over their zones; only the first of each zone when replicas must be apart. */
  private List<Ref> byZone(List<Ref> hosts, boolean firstOnly) {
    Map<String, Integer> seen = new HashMap<>();
    Map<Ref, Integer> rank = new HashMap<>();
    hosts.forEach(h -> rank.put(h, seen.merge(room(h).host.zone(), 1, Integer::sum)));
    return hosts.stream()
        .filter(h -> !firstOnly || rank.getOrDefault(h, 0) == 1)
        .sorted(Comparator.comparingInt(h -> rank.getOrDefault(h, 0)))
        .toList();
  }

  private void overCapacity(Vm vm, List<Ref> candidates, Need need, int count, long placed) {
    Origin origin = context.origin(vm);
    Problem problem =
        Problem.of(
            Code.OVER_CAPACITY,
            origin,
            "no host has room for "
                + (placed == 0
                    ? "`" + vm.getName() + "`"
                    : "replica " + (placed + 1) + " of " + count + " of `" + vm.getName() + "`"));
    problem = problem.label(origin, "each needs " + text(need));
    if (!candidates.isEmpty()) {
      Ref best = candidates.get(0);
      problem =
          problem.label(
              room(best).host.origin(), "`" + best + "` has " + left(room(best)) + " left");
    }
    context.report(problem.help("add hosts, or make `" + vm.getName() + "` smaller or fewer"));
  }

  private static String text(Need need) {
    return need.cpu()
        + " cpu, "
        + gib(need.memory())
        + " of memory, "
        + gib(need.storage())
        + " of storage";
  }

  private static String left(Room room) {
    return unlimited(room.cpu)
        + " cpu, "
        + gib(room.memory)
        + " of memory, "
        + gib(room.storage)
        + " of storage";
  }

  private static String unlimited(long amount) {
    return amount == Long.MAX_VALUE ? "unlimited" : Long.toString(amount);
  }

  private static String gib(long bytes) {
    if (bytes == Long.MAX_VALUE) {
      return "unlimited";
    }
    double gib = bytes / (double) (1L << 30);
    return (gib == Math.rint(gib)
            ? Long.toString((long) gib)
            : String.format(Locale.ROOT, "%.1f", gib))
        + " GiB";
  }
}
