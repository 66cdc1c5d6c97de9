package org.vmn.generator.explain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vmn.generator.text.Figures;
import org.vmn.generator.text.Ranges;
import org.vmn.generator.text.Table;
import org.vmn.runtime.network.Disk;
import org.vmn.runtime.network.Host;
import org.vmn.runtime.network.Host.Overcommit;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Placement;
import org.vmn.runtime.network.Ref;

/** What hosts promise that promise more than they have, and what is left of it. */
final class Promises {
  private Promises() {}

  /** What guests on one host ask for: cores, bytes of memory, bytes of disks. */
  private record Carried(long cpu, long memory, long storage) {
    static final Carried NOTHING = new Carried(0, 0, 0);

    Carried plus(Machine machine, int times) {
      long disks = machine.disks().stream().mapToLong(Disk::sizeBytes).sum();
      return new Carried(
          cpu + (long) machine.cpu() * times,
          memory + machine.memoryBytes() * times,
          storage + disks * times);
    }
  }

  /**
   * One thing that a host has.
   *
   * @param has of it; 0 when not stated
   */
  private record Resource(String name, long has, double factor, long carried, boolean isBytes) {
    String figure(long amount) {
      return isBytes ? Figures.bytes(amount) : Figures.count(amount);
    }

    long promised() {
      return (long) (has * factor);
    }
  }

  /** Nothing where every host promises what it has. */
  static List<Section> sections(Network network) {
    Map<Ref, Carried> carried = carried(network);
    Table table = Table.of("host", "", "has", "promises", "", "carries", "left").right(2, 3, 5, 6);
    List<String> words = new ArrayList<>();
    for (Host host : network.hosts()) {
      if (host.overcommit() != null) {
        alike(host, carried).forEach((load, refs) -> rows(host, load, refs, table, words));
      }
    }
    List<String> lines = new ArrayList<>(table.lines());
    lines.addAll(words);
    return List.of(new Section("What hosts promise", lines));
  }

  private static Map<Ref, Carried> carried(Network network) {
    Map<Ref, Carried> carried = new HashMap<>();
    for (Machine machine : network.machines()) {
      for (Placement.Slot slot : machine.placement().slots(0, machine.count() - 1)) {
        carried.merge(
            slot.host(),
            Carried.NOTHING.plus(machine, slot.count()),
            (a, b) ->
                new Carried(a.cpu() + b.cpu(), a.memory() + b.memory(), a.storage() + b.storage()));
      }
    }
    return carried;
  }

  /** Replicas of a host that carry as much share a row. */
  private static Map<Carried, List<Ref>> alike(Host host, Map<Ref, Carried> carried) {
    Map<Carried, List<Ref>> alike = new LinkedHashMap<>();
    for (int i = 0; i < host.replicas().count(); i++) {
      Ref ref = host.replicas().ref(host.name(), i);
      alike
          .computeIfAbsent(carried.getOrDefault(ref, Carried.NOTHING), c -> new ArrayList<>())
          .add(ref);
    }
    return alike;
  }

  private static void rows(
      Host host, Carried load, List<Ref> refs, Table table, List<String> words) {
    String name = Ranges.refs(refs);
    String first = name;
    for (Resource resource : resources(host, load)) {
      table.row(
          first,
          resource.name(),
          resource.figure(resource.has()),
          resource.figure(resource.promised()),
          resource.factor() == 1 ? "" : "×" + factor(resource.factor()),
          resource.figure(resource.carried()),
          resource.figure(resource.promised() - resource.carried()));
      first = "";
      if (resource.carried() > resource.has()) {
        words.add(words(name, refs.size() > 1, resource));
      }
    }
  }

  private static List<Resource> resources(Host host, Carried load) {
    Overcommit factor = host.overcommit() == null ? Overcommit.NONE : host.overcommit();
    return List.of(
            new Resource("cpu", host.cpu(), factor.cpu(), load.cpu(), false),
            new Resource("memory", host.memoryBytes(), factor.memory(), load.memory(), true),
            new Resource("storage", host.storageBytes(), factor.storage(), load.storage(), true))
        .stream()
        .filter(r -> r.has() > 0)
        .toList();
  }

  private static String words(String name, boolean many, Resource resource) {
    String what =
        resource.isBytes()
            ? "of " + resource.name() + ": there is not enough when all fill theirs"
            : "processors: when all are busy, a guest gets "
                + Figures.percent((double) resource.has() / resource.carried())
                + " of what it asks for";
    return (many ? "Each of " : "")
        + name
        + " carries guests with "
        + resource.figure(resource.carried())
        + " on "
        + resource.figure(resource.has())
        + " "
        + what
        + ".";
  }

  private static String factor(double factor) {
    return factor == Math.rint(factor) ? Long.toString((long) factor) : Double.toString(factor);
  }
}
