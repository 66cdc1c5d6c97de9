package org.vmn.runtime.simulate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.vmn.runtime.network.Disk;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.network.Protect;
import org.vmn.runtime.network.Ref;
import org.vmn.runtime.simulate.SimulationResult.Happening.Kind;

/**
 * Copies of protected machines, from disk to disk, and what takes them over. At the scenario's
 * beginning all copies are fresh; later ones carry what was written since.
 */
final class Protection {
  /** What a machine writes to its disks: 1 MiB/s. */
  private static final double WRITTEN_BYTES = 1 << 20;

  /** Until a host is believed dead: two lost heartbeats of five seconds, as Pacemaker has them. */
  private static final long DETECT_NANOS = 10_000_000_000L;

  private final World world;
  private final Health health;
  private final Moves moves;

  /** By replica: when its newest copy was begun. */
  private final Map<Integer, Long> copied = new HashMap<>();

  private final Set<Integer> copying = new HashSet<>();
  private final List<SimulationResult.Takeover> takeovers = new ArrayList<>();

  Protection(World world, Health health, Moves moves) {
    this.world = world;
    this.health = health;
    this.moves = moves;
    for (Machine machine : world.network.machines()) {
      Protect protect = machine.protect();
      if (protect != null && protect.everyNanos() > 0) {
        world.agenda.add(protect.everyNanos(), now -> round(machine, protect, now));
      }
    }
  }

  List<SimulationResult.Takeover> takeovers() {
    return takeovers;
  }

  private void round(Machine machine, Protect protect, long now) {
    int first = world.site.guests.first(machine.name());
    for (int replica = first; replica < first + machine.count(); replica++) {
      if (world.site.guests.runs(replica) && !copying.contains(replica)) {
        double seconds = (now - copied.getOrDefault(replica, 0L)) / 1e9;
        copy(replica, protect, Math.min(size(machine), WRITTEN_BYTES * seconds), now, false);
      }
    }
    world.agenda.add(now + protect.everyNanos(), time -> round(machine, protect, time));
  }

  private static double size(Machine machine) {
    return machine.disks().stream().mapToDouble(Disk::sizeBytes).sum();
  }

  /** Copies all disks of a machine now. */
  void backup(int replica, long now) {
    Machine machine = world.site.guests.machine(replica);
    Protect protect = machine.protect();
    if (protect == null || !world.site.guests.runs(replica)) {
      world.log.add(
          now, Kind.REFUSED, world.site.guests.ref(replica), "can't be copied: it doesn't run");
      return;
    }
    copy(replica, protect, size(machine), now, true);
  }

  private void copy(int replica, Protect protect, double bytes, long now, boolean told) {
    int from = world.site.guests.host[replica];
    int to = keeper(replica, protect);
    if (to < 0) {
      world.log.add(
          now, Kind.REFUSED, world.site.guests.ref(replica), "no host for its copy is up");
      return;
    }
    copying.add(replica);
    world.couriers.send(
        bytes,
        world.classes.hosts(),
        now,
        () -> world.disks.around(from, world.across(world.carriers.own(), from, to), to),
        time -> {
          copying.remove(replica);
          copied.merge(replica, now, Math::max);
          if (told) {
            String text =
                String.format(
                    Locale.ROOT,
                    "copied to %s in %.1f s",
                    world.site.hosts.ref(to),
                    (time - now) / 1e9);
            world.log.add(time, Kind.COPIED, world.site.guests.ref(replica), text);
          }
        });
  }

  /** The first host for copies that is up and isn't the machine's own, or -1. */
  private int keeper(int replica, Protect protect) {
    for (Ref ref : protect.to()) {
      int host = world.site.hosts.number(ref);
      if (world.site.isUp(host) && host != world.site.guests.host[replica]) {
        return host;
      }
    }
    return -1;
  }

  /** A machine died with its host. */
  void died(int replica, long now) {
    Machine machine = world.site.guests.machine(replica);
    Protect protect = machine.protect();
    copying.remove(replica);
    if (protect == null || world.site.guests.isOff(replica)) {
      return;
    }
    int number = takeovers.size();
    Ref ref = world.site.guests.ref(replica);
    long age = now - copied.getOrDefault(replica, 0L);
    takeovers.add(new SimulationResult.Takeover(ref, now, age, -1));
    int host = world.site.guests.host[replica];
    long ready = now + DETECT_NANOS + Scaling.bootNanos(machine);
    world.agenda.add(
        ready,
        time -> {
          int to = keeper(replica, protect);
          boolean back = world.site.isUp(host) || world.site.guests.host[replica] != host;
          if (back || to < 0 || !moves.fits(replica, to)) {
            String why = back ? "its host is back" : "no host has a copy and room for it";
            world.log.add(time, Kind.REFUSED, ref, "isn't taken over: " + why);
            return;
          }
          moves.settleAt(replica, to, time);
          health.changed(replica, time);
          takeovers.set(number, new SimulationResult.Takeover(ref, now, age, time - now));
          world.log.add(
              time, Kind.TAKEN_OVER, ref, "runs on " + world.site.hosts.ref(to) + " again");
        });
  }
}
