package org.vmn.generator.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.vmn.generator.text.Figures;
import org.vmn.generator.text.Placed;
import org.vmn.generator.text.Ranges;
import org.vmn.generator.text.Table;
import org.vmn.generator.text.TrafficText;
import org.vmn.runtime.network.Disk;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Nic;
import org.vmn.runtime.network.Placement;
import org.vmn.runtime.network.Program;
import org.vmn.runtime.network.Ref;
import org.vmn.runtime.network.User;

/** Machines: size, place, adapters, and what they run. */
final class Machines {
  private static final int MOST_HOSTS = 6;

  private Machines() {}

  static List<Section> sections(Network network, Stated stated) {
    Table sizes = Table.of("machine", "cpu", "memory", "disks", "placed on");
    Table adapters =
        Table.of("adapter", "segment", "addresses", "first hardware address", "rate", "");
    Table inside = Table.of("machine", "runs", "users");
    for (Machine machine : network.machines()) {
      String key = "Vm " + machine.name();
      sizes.row(
          Ranges.declared(machine.name(), machine.replicas()),
          stated.mark(machine.cpu(), key, "Cpu"),
          stated.mark(Figures.bytes(machine.memoryBytes()), key, "Memory"),
          disks(machine, stated),
          stated.mark(placement(machine.placement()), key, "OnHosts"));
      for (int i = 0; i < machine.nics().size(); i++) {
        adapter(
            adapters,
            machine,
            machine.nics().get(i),
            "Nic " + machine.name() + "." + (i + 1),
            stated);
      }
      if (!machine.programs().isEmpty() || !machine.users().isEmpty()) {
        inside.row(
            machine.name(),
            programs(machine),
            String.join(", ", machine.users().stream().map(Machines::user).toList()));
      }
    }
    return List.of(
        new Section("Machines", sizes.lines()),
        new Section("Adapters", adapters.lines()),
        new Section("Inside the machines", inside.lines()));
  }

  private static void adapter(Table table, Machine machine, Nic nic, String key, Stated stated) {
    List<String> addresses = new ArrayList<>();
    for (String range : Ranges.addresses(nic)) {
      addresses.add(stated.mark(range, key, "NicAddress"));
    }
    table.row(
        machine.name() + "." + nic.name(),
        nic.segment(),
        String.join(", ", addresses),
        stated.mark(nic.mac(), key, "HardwareAddress"),
        nic.bitsPerSecond() == 0
            ? stated.mark("not limited", false)
            : Figures.bits(nic.bitsPerSecond()),
        nic.spoof() ? "may send from any address" : "");
  }

  private static String disks(Machine machine, Stated stated) {
    List<String> parts = new ArrayList<>();
    boolean any = stated.says("Vm " + machine.name(), "Disk");
    for (Disk disk : machine.disks()) {
      String key = "Disk " + machine.name() + "." + disk.name();
      String size = stated.mark(Figures.bytes(disk.sizeBytes()), any && stated.says(key, "size"));
      String image =
          disk.image() == null
              ? ""
              : " from " + stated.mark(disk.image().name(), any && stated.says(key, "image"));
      parts.add(disk.name() + " " + size + image);
    }
    return String.join(", ", parts);
  }

  private static String programs(Machine machine) {
    List<String> parts = new ArrayList<>();
    for (Program program : machine.programs()) {
      parts.add(program.name() + " on " + TrafficText.ports(program.ports()));
    }
    return String.join("; ", parts);
  }

  private static String user(User user) {
    return user.name() + (user.keys().isEmpty() ? " (no key)" : "");
  }

  /** {@code kvm[1] ×2, kvm[2] ×1}; of many hosts, how many there are. */
  private static String placement(Placement placement) {
    Map<Ref, Integer> counts = Placed.of(placement);
    if (counts.size() == 1 && counts.values().iterator().next() == 1) {
      return counts.keySet().iterator().next().toString();
    }
    if (counts.size() > MOST_HOSTS) {
      int least = counts.values().stream().mapToInt(n -> n).min().orElse(0);
      int most = counts.values().stream().mapToInt(n -> n).max().orElse(0);
      return Figures.of(counts.size(), "host")
          + ", "
          + (least == most ? "" : least + " to ")
          + most
          + " on each";
    }
    List<String> parts = new ArrayList<>();
    counts.forEach((host, count) -> parts.add(host + " ×" + count));
    return String.join(", ", parts);
  }
}
