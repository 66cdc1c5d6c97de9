package org.vmn.runtime.simulate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vmn.runtime.simulate.SimulationResult.Happening.Kind;

/**
 * How balancers find out what lives: checks at all multiples of their interval, whose outcome is
 * known at once. A target is down after so many failures in a row, and up after one success. What
 * is turned off on purpose, they are told.
 */
final class Checks {
  private final World world;
  private final Map<Integer, List<Seat>> seats = new HashMap<>();

  /** A replica among the targets of a service. */
  private static final class Seat {
    final Pool pool;
    final int target;
    boolean alive;
    boolean believed;
    int version;

    Seat(Pool pool, int target, boolean alive) {
      this.pool = pool;
      this.target = target;
      this.alive = alive;
      believed = alive;
    }
  }

  Checks(World world) {
    this.world = world;
    for (Pool pool : world.services.all()) {
      for (int i = 0; i < pool.targets().size(); i++) {
        int replica = pool.targets().get(i).replica();
        seats
            .computeIfAbsent(replica, r -> new ArrayList<>())
            .add(new Seat(pool, i, !world.site.guests.isOff(replica)));
      }
    }
  }

  /** Something may have changed for all. */
  void all(long now) {
    seats.keySet().stream().sorted().toList().forEach(replica -> changed(replica, now));
  }

  /** Something may have changed for a replica. */
  void changed(int replica, long now) {
    for (Seat seat : seats.getOrDefault(replica, List.of())) {
      boolean alive = isAlive(seat, replica);
      if (alive != seat.alive) {
        seat.alive = alive;
        int version = ++seat.version;
        long noticed = seat.pool.noticed(now, alive ? 1 : seat.pool.failures());
        world.agenda.add(
            noticed,
            time -> {
              if (seat.version == version) {
                believe(seat, replica, time);
              }
            });
      }
    }
  }

  /** It is about to be turned off: it gets nothing more. */
  void withdraw(int replica) {
    for (Seat seat : seats.getOrDefault(replica, List.of())) {
      seat.version++;
      seat.alive = false;
      seat.believed = false;
      seat.pool.chooser().down(seat.target);
    }
  }

  private void believe(Seat seat, int replica, long now) {
    if (seat.alive == seat.believed) {
      return;
    }
    seat.believed = seat.alive;
    if (seat.alive) {
      seat.pool.chooser().up(seat.target);
    } else {
      seat.pool.chooser().down(seat.target);
    }
    if (seat.pool.door().balancer() != null) {
      String found = seat.alive ? "finds it healthy" : "finds it dead";
      world.log.add(
          now, Kind.NOTICED, world.site.guests.ref(replica), seat.pool.name() + " " + found);
    }
  }

  private boolean isAlive(Seat seat, int replica) {
    Guests guests = world.site.guests;
    if (seat.pool.door().balancer() == null) {
      return !guests.isOff(replica);
    }
    return guests.runs(replica) && !guests.quarantined[replica] && isReachable(seat);
  }

  /** From the host that takes in what comes from outside, while that is up. */
  private boolean isReachable(Seat seat) {
    int gateway = seat.pool.door().gateway().host();
    if (!world.site.isUp(gateway)) {
      return true;
    }
    End target = seat.pool.targets().get(seat.target);
    int[] way = world.across(target.uplinks(), gateway, target.host(world.site));
    if (way == null) {
      return false;
    }
    for (int link : way) {
      if (world.links.isDown(link)) {
        return false;
      }
    }
    return true;
  }
}
