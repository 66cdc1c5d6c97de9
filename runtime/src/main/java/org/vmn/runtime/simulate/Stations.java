package org.vmn.runtime.simulate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.network.Program;

/** The programs that serve, on each replica. */
final class Stations {
  private final World world;
  private final Options options;
  private final Map<String, Ledger> ledgers = new HashMap<>();
  private final Map<Integer, Processor> processors = new TreeMap<>();
  private final Map<Integer, List<Station>> byReplica = new HashMap<>();

  Stations(World world, Options options) {
    this.world = world;
    this.options = options;
  }

  /** What those saw who asked a program, over all replicas. */
  Ledger ledger(Machine machine, Program program) {
    return ledgers.computeIfAbsent(
        machine.name() + "." + program.name(), name -> new Ledger(world.end, world.warmup));
  }

  Iterable<Ledger> ledgers() {
    return ledgers.values();
  }

  @Nullable Ledger known(String machine, String program) {
    return ledgers.get(machine + "." + program);
  }

  /** The station that a target serves a door with. */
  Station of(End target, Door door) {
    Machine machine = world.site.guests.machine(target.replica());
    int port = door.balancer() == null ? door.port() : door.balancer().targetPort();
    List<Station> here = byReplica.computeIfAbsent(target.replica(), r -> new ArrayList<>());
    Program program = Programs.listening(machine, door.protocol(), port);
    for (Station station : here) {
      if (station.program.name().equals(program.name())) {
        return station;
      }
    }
    Processor processor =
        processors.computeIfAbsent(
            target.replica(), r -> new Processor(r, machine.cpu(), world.site));
    int slots = program.concurrency() == 0 ? machine.cpu() : program.concurrency();
    Station station =
        new Station(
            processor,
            program,
            ledger(machine, program),
            program.demandNanos() == 0 ? options.demandNanos() : program.demandNanos(),
            slots,
            program.queue() < 0 ? options.queue() : program.queue(),
            world.requests);
    here.add(station);
    world.cpu.added(processor, slots);
    return station;
  }

  List<Station> on(int replica) {
    return byReplica.getOrDefault(replica, List.of());
  }

  @Nullable Processor processor(int replica) {
    return processors.get(replica);
  }

  /** In order of declaration. */
  Iterable<Processor> processors() {
    return processors.values();
  }
}
