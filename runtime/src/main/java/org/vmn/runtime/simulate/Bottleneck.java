package org.vmn.runtime.simulate;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vmn.runtime.network.Expectation.Subject;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.simulate.SimulationResult.OfMachine;
import org.vmn.runtime.simulate.SimulationResult.OfService;
import org.vmn.runtime.simulate.SimulationResult.OfWire;

/** What was busiest, and so makes all others wait. */
final class Bottleneck {
  /** From here on queues grow: at 80 % an M/M/1 queue holds four requests. */
  private static final double BUSY = 0.8;

  private final World world;
  private final Figures figures;

  Bottleneck(World world, Figures figures) {
    this.world = world;
    this.figures = figures;
  }

  private Optional<OfMachine> machine() {
    return figures.machines().stream().max(Comparator.comparingDouble(OfMachine::utilisation));
  }

  private Optional<OfWire> wire() {
    return Stream.concat(figures.uplinks().stream(), figures.links().stream())
        .max(Comparator.comparingDouble(Bottleneck::used));
  }

  private static double used(OfWire wire) {
    return Math.max(wire.out(), wire.in());
  }

  /** Whether anything was busy enough to make others wait. */
  boolean isFound() {
    return machine().filter(m -> m.utilisation() >= BUSY).isPresent()
        || wire().filter(w -> used(w) >= BUSY).isPresent();
  }

  String advice(Subject subject) {
    Optional<OfWire> wire = wire().filter(w -> used(w) >= BUSY);
    Optional<OfMachine> machine = machine().filter(m -> m.utilisation() >= BUSY);
    if (wire.isPresent() && machine.map(m -> m.utilisation() < used(wire.get())).orElse(true)) {
      return String.format(
          Locale.ROOT,
          "`%s` was %.0f %% full: give it more speed, or let less go over it",
          wire.get().name(),
          used(wire.get()) * 100);
    }
    if (machine.isPresent()) {
      return busy(machine.get());
    }
    Optional<OfService> queued =
        figures.programs().stream()
            .filter(s -> s.queue().mean() > 1)
            .max(Comparator.comparingDouble(s -> s.queue().mean()));
    if (queued.isPresent()) {
      String calls = calls(queued.get().name());
      if (!calls.isEmpty()) {
        return String.format(
            Locale.ROOT,
            "on average %.0f requests waited for `%s`, which waits for what it calls: look at %s",
            queued.get().queue().mean(),
            queued.get().name(),
            calls);
      }
      return String.format(
          Locale.ROOT,
          "on average %.0f requests waited for `%s`: give it more `concurrency`, or more replicas",
          queued.get().queue().mean(),
          queued.get().name());
    }
    return "nothing was busy but for moments: it takes a smaller `demand`, faster uplinks, or less"
        + " at once, than `"
        + Judge.name(subject)
        + "` has";
  }

  /** What a program asks of others. */
  private String calls(String program) {
    return world.network.machines().stream()
        .flatMap(m ->
            m.programs().stream()
                .filter(p -> program.equals(m.name() + "." + p.name()))
                .flatMap(p -> p.calls().stream()))
        .map(call -> "`" + world.services.of(call.service()).name() + "`")
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private String busy(OfMachine most) {
    String name = most.machine().name();
    List<Machine> all = world.network.machines();
    int count = all.stream().filter(m -> m.name().equals(name)).findFirst().orElseThrow().count();
    return String.format(
        Locale.ROOT,
        "`%s` was %.0f %% busy: more than %d of `%s`, or more `cpu` for each",
        most.machine(),
        most.utilisation() * 100,
        count,
        name);
  }
}
