package org.vmn.runtime.simulate;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.network.Host;
import org.vmn.runtime.simulate.SimulationResult.Happening.Kind;

/**
 * Live migration by pre-copy (Clark et al.: Live Migration of Virtual Machines, 2005): memory is
 * copied while the machine runs, then again what it changed meanwhile, until the rest can be copied
 * while it is held.
 */
final class Moves {
  /** How long a machine may be held: QEMU's default. */
  private static final double MOST_DOWNTIME_NANOS = 300e6;

  private static final int MOST_ROUNDS = 30;
  private static final double MIB = 1 << 20;

  /** What an idle machine changes of its memory in a second, and what a busy processor does. */
  private static final double IDLE_BYTES = MIB;

  private static final double BUSY_BYTES = 64 * MIB;

  private final World world;
  private final Journey journey;
  private final Health health;
  private final Map<Integer, Move> moves = new HashMap<>();

  /** A migration under way. */
  private static final class Move {
    final int replica;
    final int to;
    final Agenda.Task after;
    Couriers.@Nullable Parcel parcel;
    long started;
    long roundStarted;
    double workBefore;
    double bytes;
    int round;

    Move(int replica, int to, Agenda.Task after) {
      this.replica = replica;
      this.to = to;
      this.after = after;
    }
  }

  Moves(World world, Journey journey, Health health) {
    this.world = world;
    this.journey = journey;
    this.health = health;
  }

  /**
   * Begins to move a machine.
   *
   * @param after done when it is over, whether it moved or not
   */
  void begin(int replica, int to, long now, Agenda.Task after) {
    Object ref = world.site.guests.ref(replica);
    String why = obstacle(replica, to);
    if (why != null) {
      world.log.add(
          now, Kind.REFUSED, ref, "can't move to " + world.site.hosts.ref(to) + ": " + why);
      after.at(now);
      return;
    }
    world.log.add(now, Kind.MIGRATING, ref, "begins to move to " + world.site.hosts.ref(to));
    Move move = new Move(replica, to, after);
    move.started = now;
    moves.put(replica, move);
    copy(move, world.site.guests.machine(replica).memoryBytes(), now);
  }

  private @Nullable String obstacle(int replica, int to) {
    Guests guests = world.site.guests;
    if (moves.containsKey(replica)) {
      return "it is moving already";
    }
    if (guests.host[replica] == to) {
      return "it is there";
    }
    if (!guests.runs(replica)) {
      return "it doesn't run";
    }
    if (!world.site.isUp(to)) {
      return "that is down";
    }
    return fits(replica, to) ? null : "that has not enough memory left";
  }

  /** Whether a host's memory suffices; where it isn't stated it does. */
  boolean fits(int replica, int to) {
    Host host = world.site.hosts.host(to);
    return host.memoryBytes() == 0 || free(to) >= world.site.guests.machine(replica).memoryBytes();
  }

  /** Bytes of memory that are left, also for those on their way. */
  private double free(int host) {
    double free = world.site.hosts.host(host).guestMemory();
    for (int replica : world.site.on(host)) {
      free -= world.site.guests.machine(replica).memoryBytes();
    }
    for (Move move : moves.values()) {
      free -= move.to == host ? world.site.guests.machine(move.replica).memoryBytes() : 0;
    }
    return free;
  }

  /** The host with the most memory left that a machine can move to, or -1. */
  int refuge(int replica) {
    int best = -1;
    double most = -1;
    for (int host = 0; host < world.site.hosts.count(); host++) {
      boolean stated = world.site.hosts.host(host).memoryBytes() > 0;
      double free = stated ? free(host) : 0;
      if (host != world.site.guests.host[replica]
          && world.site.isUp(host)
          && fits(replica, host)
          && free > most) {
        best = host;
        most = free;
      }
    }
    return best;
  }

  private void copy(Move move, double bytes, long now) {
    move.bytes = bytes;
    move.roundStarted = now;
    move.workBefore = work(move.replica, now);
    int from = world.site.guests.host[move.replica];
    move.parcel =
        world.couriers.send(
            bytes,
            world.classes.hosts(),
            now,
            () -> world.across(world.carriers.own(), from, move.to),
            time -> copied(move, time));
  }

  private double work(int replica, long now) {
    Processor processor = world.stations.processor(replica);
    return processor == null ? 0 : world.cpu.work(processor, now);
  }

  private void copied(Move move, long now) {
    if (world.site.guests.paused[move.replica]) {
      arrive(move, now);
      return;
    }
    double nanos = Math.max(1, now - move.roundStarted);
    double busy = work(move.replica, now) - move.workBefore;
    double memory = world.site.guests.machine(move.replica).memoryBytes();
    double changed = Math.min(memory, IDLE_BYTES * nanos / 1e9 + BUSY_BYTES * busy / 1e9);
    double hold = changed * nanos / move.bytes;
    if (hold <= MOST_DOWNTIME_NANOS || ++move.round == MOST_ROUNDS) {
      hold(move.replica, true, now);
    }
    copy(move, changed, now);
  }

  private void hold(int replica, boolean held, long now) {
    world.site.guests.paused[replica] = held;
    Processor processor = world.stations.processor(replica);
    if (processor != null) {
      world.cpu.pause(processor, held, now);
    }
  }

  private void arrive(Move move, long now) {
    moves.remove(move.replica);
    settleAt(move.replica, move.to, now);
    hold(move.replica, false, now);
    journey.resume(move.replica, now);
    String text =
        String.format(
            java.util.Locale.ROOT,
            "moved to %s in %.1f s, held for %.0f ms",
            world.site.hosts.ref(move.to),
            (now - move.started) / 1e9,
            (now - move.roundStarted) / 1e6);
    world.log.add(now, Kind.MIGRATED, world.site.guests.ref(move.replica), text);
    health.changed(move.replica, now);
    move.after.at(now);
  }

  /** A machine is on another host from now on. */
  void settleAt(int replica, int host, long now) {
    Processor processor = world.stations.processor(replica);
    if (processor == null) {
      world.site.move(replica, host);
    } else {
      world.cpu.move(processor, host, now);
    }
  }

  /** A machine died while it moved. */
  void died(int replica, long now) {
    Move move = moves.get(replica);
    if (move != null) {
      end(move, now);
    }
  }

  /** So did the host that machines were moving to. */
  void hostDied(int host, long now) {
    for (Move move : moves.values().stream().filter(m -> m.to == host).toList()) {
      end(move, now);
    }
  }

  private void end(Move move, long now) {
    moves.remove(move.replica);
    if (move.parcel != null) {
      world.couriers.cancel(move.parcel, now);
    }
    if (world.site.guests.paused[move.replica]) {
      hold(move.replica, false, now);
      journey.resume(move.replica, now);
    }
    world.log.add(
        now, Kind.REFUSED, world.site.guests.ref(move.replica), "its migration is given up");
    move.after.at(now);
  }
}
