package org.vmn.runtime.simulate;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.network.Scale;
import org.vmn.runtime.simulate.SimulationResult.Happening.Kind;

/** Turns replicas on and off, by how busy they are or because the scenario says so. */
final class Scaling {
  /** How often utilisation is looked at, as Kubernetes does. */
  private static final long LOOK_NANOS = 15_000_000_000L;

  /** What a machine without stated boot time takes. */
  static final long BOOT_NANOS = 30_000_000_000L;

  /** What a replica that is to go may take to finish its work. */
  private static final long DRAIN_NANOS = 30_000_000_000L;

  private final World world;
  private final Health health;
  private final Checks checks;
  private final Map<String, Group> groups = new HashMap<>();

  /** The replicas of one machine; those wanted are the first. */
  private static final class Group {
    final Machine machine;
    final int first;
    int wanted;
    long changed = Long.MIN_VALUE / 2;
    double workBefore;

    Group(Machine machine, int first, int wanted) {
      this.machine = machine;
      this.first = first;
      this.wanted = wanted;
    }
  }

  Scaling(World world, Health health, Checks checks) {
    this.world = world;
    this.health = health;
    this.checks = checks;
    for (Machine machine : world.network.machines()) {
      Scale scale = machine.scale();
      if (scale != null && isAsked(machine)) {
        Group group = group(machine);
        world.agenda.add(LOOK_NANOS, now -> look(group, scale, now));
      }
    }
  }

  static long bootNanos(Machine machine) {
    return machine.scale() == null ? BOOT_NANOS : machine.scale().bootNanos();
  }

  private boolean isAsked(Machine machine) {
    return world.stations.processor(world.site.guests.first(machine.name())) != null;
  }

  private Group group(Machine machine) {
    return groups.computeIfAbsent(
        machine.name(),
        name ->
            new Group(
                machine,
                world.site.guests.first(name),
                machine.scale() == null ? machine.count() : machine.scale().initial()));
  }

  private void look(Group group, Scale scale, long now) {
    double work = 0;
    for (int i = 0; i < group.machine.count(); i++) {
      Processor processor = world.stations.processor(group.first + i);
      work += processor == null ? 0 : world.cpu.work(processor, now);
    }
    double could = (double) group.wanted * group.machine.cpu() * LOOK_NANOS;
    double used = (work - group.workBefore) / could;
    group.workBefore = work;
    if (now - group.changed >= scale.cooldownNanos()) {
      String why = String.format(Locale.ROOT, " at %.0f %% busy", used * 100);
      if (used > scale.above() && group.wanted < group.machine.count()) {
        set(group, group.wanted + 1, why, now);
      } else if (used < scale.below() && group.wanted > scale.least()) {
        set(group, group.wanted - 1, why, now);
      }
    }
    world.agenda.add(now + LOOK_NANOS, time -> look(group, scale, time));
  }

  /** From now on so many are to run. */
  void to(Machine machine, int count, long now) {
    set(group(machine), count, "", now);
  }

  private void set(Group group, int count, String why, long now) {
    int before = group.wanted;
    group.wanted = count;
    group.changed = now;
    world.log.add(now, Kind.SCALED, group.machine.name(), "from " + before + " to " + count + why);
    for (int i = before; i < count; i++) {
      int replica = group.first + i;
      world.agenda.add(now + bootNanos(group.machine), time -> boot(group, replica, time));
    }
    for (int i = count; i < before; i++) {
      int replica = group.first + i;
      checks.withdraw(replica);
      world.agenda.add(now + DRAIN_NANOS, time -> stop(group, replica, time));
    }
  }

  private void boot(Group group, int replica, long now) {
    if (replica - group.first < group.wanted) {
      health.power(replica, true, now);
      world.log.add(now, Kind.BOOTED, world.site.guests.ref(replica), "serves");
    }
  }

  private void stop(Group group, int replica, long now) {
    if (replica - group.first >= group.wanted) {
      health.power(replica, false, now);
    }
  }
}
