package org.vmn.generator.cli;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.vmn.generator.text.Figures;
import org.vmn.generator.text.Table;
import org.vmn.runtime.simulate.SimulationResult.OfMachine;
import org.vmn.runtime.simulate.SimulationResult.OfWire;

/** How busy machines and wires were; of many, the busiest. */
final class ElementTables {
  private static final int MOST_ROWS = 12;

  private final Lines lines;

  ElementTables(Lines lines) {
    this.lines = lines;
  }

  void machines(List<OfMachine> machines) {
    Table table = Table.of("machine", "answers", "busy", "").right(1, 2);
    busiest(machines, OfMachine::utilisation).stream()
        .limit(MOST_ROWS)
        .forEach(m ->
            table.row(
                m.machine(),
                Figures.count(m.served()),
                Figures.percent(m.utilisation()),
                m.fate()));
    lines.add(table, machines.size() - MOST_ROWS, "machine");
  }

  void wires(String noun, List<OfWire> wires) {
    Table table = Table.of(noun, "sent", "of speed", "received", "of speed").right(1, 2, 3, 4);
    busiest(wires, w -> Math.max(w.out(), w.in())).stream()
        .limit(MOST_ROWS)
        .forEach(u ->
            table.row(
                u.name(),
                Figures.bytes(u.bytesOut()),
                share(u.out()),
                Figures.bytes(u.bytesIn()),
                share(u.in())));
    lines.add(table, wires.size() - MOST_ROWS, noun);
  }

  /** As declared, but where there are too many to show. */
  private static <T> List<T> busiest(List<T> all, ToDoubleFunction<T> how) {
    return all.size() <= MOST_ROWS
        ? all
        : all.stream().sorted(Comparator.comparingDouble(how).reversed()).toList();
  }

  private static String share(double used) {
    return used < 0 ? "" : Figures.percent(used);
  }
}
