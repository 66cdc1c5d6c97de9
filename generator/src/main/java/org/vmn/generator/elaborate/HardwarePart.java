package org.vmn.generator.elaborate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.diagnostics.Problem;
import org.vmn.dsl.literals.Dimension;
import org.vmn.dsl.vmn.Hugepages;
import org.vmn.dsl.vmn.Numa;
import org.vmn.dsl.vmn.Pinning;
import org.vmn.dsl.vmn.Processors;
import org.vmn.dsl.vmn.Vm;
import org.vmn.runtime.network.Hardware;
import org.vmn.runtime.network.Host;
import org.vmn.runtime.network.Origin;
import org.vmn.runtime.network.Placement;
import org.vmn.runtime.network.Ref;

/** What machines ask of the hardware below them, and whether it can be had. */
final class HardwarePart {
  private final Context context;
  private final Map<String, Host> hosts = new HashMap<>();
  private final Map<Place, Owner> bound = new HashMap<>();

  private record Place(Ref host, int processor) {}

  private record Owner(String machine, Origin origin) {}

  HardwarePart(Context context, List<Host> hosts) {
    this.context = context;
    hosts.forEach(h -> this.hosts.put(h.name(), h));
  }

  Hardware hardware(Vm vm, Shape shape, int cpu, Placement placement) {
    Numa numa = shape.last(Numa.class);
    Pinning pinning = shape.last(Pinning.class);
    Hugepages pages = shape.last(Hugepages.class);
    int nodes = numa == null ? 0 : Integer.parseInt(numa.getNodes());
    if (numa != null && nodes > cpu) {
      context.report(
          Code.OUT_OF_RANGE,
          shape.origin(numa),
          "`%s` has %d processors, which make no %d nodes".formatted(vm.getName(), cpu, nodes));
    }
    List<Integer> pinned = pinning == null ? List.of() : processors(pinning);
    if (pinning != null) {
      bind(vm, pinned, cpu, placement, shape.origin(pinning));
    }
    long size = pages == null ? 0 : Context.amount(pages.getSize(), Dimension.SIZE);
    return new Hardware(nodes, pinned, size);
  }

  private static List<Integer> processors(Pinning pinning) {
    List<Integer> all = new ArrayList<>();
    for (Processors range : pinning.getProcessors()) {
      int first = Integer.parseInt(range.getFirst());
      int last = range.getLast() == null ? first : Integer.parseInt(range.getLast());
      for (int i = first; i <= last; i++) {
        all.add(i);
      }
    }
    return all;
  }

  private void bind(Vm vm, List<Integer> pinned, int cpu, Placement placement, Origin origin) {
    String name = "`" + vm.getName() + "`";
    if (pinned.size() != cpu) {
      context.report(
          Problem.of(
                  Code.OUT_OF_RANGE,
                  origin,
                  "%s has %d processors, and %d are named to bind them to"
                      .formatted(name, cpu, pinned.size()))
              .help("name one for each, such as `pinning 0..%d`".formatted(cpu - 1)));
      return;
    }
    for (Placement.Block block : placement.blocks()) {
      if (block.count() > block.hosts().size()) {
        context.report(
            Problem.of(
                    Code.CANNOT_PLACE,
                    origin,
                    name + " would be bound to the same processors twice on one host")
                .help("keep its replicas apart with `apart host`"));
        return;
      }
      for (Ref host : block.hosts()) {
        for (int processor : pinned) {
          if (!take(host, processor, name, origin)) {
            return;
          }
        }
      }
    }
  }

  private boolean take(Ref host, int processor, String name, Origin origin) {
    Host of = hosts.get(host.name());
    if (of != null && of.cpu() > 0 && processor >= of.cpu()) {
      context.report(
          Problem.of(
                  Code.OUT_OF_RANGE,
                  origin,
                  "host `%s` has processors 0 to %d, and no %d"
                      .formatted(host, of.cpu() - 1, processor))
              .label(of.origin(), "`" + of.name() + "` is declared here"));
      return false;
    }
    Owner before = bound.putIfAbsent(new Place(host, processor), new Owner(name, origin));
    if (before != null) {
      context.report(
          Problem.of(
                  Code.CANNOT_PLACE,
                  origin,
                  "processor %d of host `%s` is bound to %s already"
                      .formatted(processor, host, before.machine()))
              .label(before.origin(), "bound here"));
    }
    return before == null;
  }
}
