package org.vmn.runtime.config;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.vmn.runtime.network.Addresses;
import org.vmn.runtime.network.Disk;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.network.Nic;
import org.vmn.runtime.network.Placement;
import org.vmn.runtime.network.Ref;
import org.vmn.runtime.network.Segment;
import org.vmn.runtime.network.User;

/** Machines with their adapters, disks and places. */
final class MachineChecks {
  private final Index index;
  private final Report report;
  private final AddressChecks addresses;
  private final LifecycleChecks lifecycles;

  MachineChecks(Index index, Report report) {
    this.index = index;
    this.report = report;
    addresses = new AddressChecks(report);
    lifecycles = new LifecycleChecks(index, report);
  }

  void check(List<Machine> machines) {
    long replicas = 0;
    for (int i = 0; i < machines.size(); i++) {
      Machine machine = machines.get(i);
      String path = "$.machines[" + i + "]";
      replicas += machine.count();
      report.positive(path, "cpu", machine.cpu());
      report.positive(path, "memoryBytes", machine.memoryBytes());
      disks(path, machine.disks());
      report.names(path + ".users", machine.users().stream().map(User::name).toList());
      nics(path, machine);
      placement(path + ".placement", machine);
      lifecycles.check(path, machine);
    }
    report.require(
        replicas <= Limits.REPLICAS,
        "$.machines",
        replicas + " machines; the most is " + Limits.REPLICAS);
    addresses.disjoint();
  }

  private void disks(String machine, List<Disk> disks) {
    report.names(machine + ".disks", disks.stream().map(Disk::name).toList());
    for (int i = 0; i < disks.size(); i++) {
      report.positive(machine + ".disks[" + i + "]", "sizeBytes", disks.get(i).sizeBytes());
    }
  }

  private void nics(String machine, Machine of) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < of.nics().size(); i++) {
      Nic nic = of.nics().get(i);
      String path = machine + ".nics[" + i + "]";
      report.device(path, nic.name());
      report.require(
          seen.add(nic.name()), path + ".name", "`" + nic.name() + "` is declared twice");
      report.notNegative(path, "bitsPerSecond", nic.bitsPerSecond());
      report.require(
          nic.priority() >= 0 && nic.priority() <= 7,
          path + ".priority",
          "expected 0 to 7, found " + nic.priority());
      String trunk = nic.trunk();
      if (trunk != null) {
        boolean carried =
            of.nics().stream().anyMatch(n -> n.name().equals(trunk) && n.trunk() == null);
        report.exists(carried, path + ".trunk", "adapter", trunk);
      }
      Ref mirror = nic.mirror();
      if (mirror != null) {
        report.exists(index.hasMachine(mirror), path + ".mirror", "machine", mirror);
      }
      boolean macs = nic.mac().bits() + of.count() - 1 < 1L << 48;
      report.require(macs, path + ".mac", "no 48 bits are left for the last replica's");
      Segment segment = index.segment(nic.segment());
      report.exists(segment != null, path + ".segment", "segment", nic.segment());
      for (int j = 0; j < nic.addresses().size(); j++) {
        Addresses at = nic.addresses().get(j);
        String where = path + ".addresses[" + j + "]";
        boolean subnet = segment == null || segment.subnets().contains(at.subnet());
        report.require(subnet, where, at.subnet() + " is no subnet of " + nic.segment());
        AddressChecks.enough(report, where, at, of.count());
        addresses.own(nic.segment(), where, at);
      }
    }
  }

  private void placement(String path, Machine machine) {
    long placed = 0;
    List<Placement.Block> blocks = machine.placement().blocks();
    for (int i = 0; i < blocks.size(); i++) {
      String at = path + ".blocks[" + i + "]";
      report.positive(at, "count", blocks.get(i).count());
      report.require(!blocks.get(i).hosts().isEmpty(), at + ".hosts", "expected one host or more");
      for (Ref host : blocks.get(i).hosts()) {
        report.exists(index.hasHost(host), at + ".hosts", "host", host);
      }
      placed += blocks.get(i).count();
    }
    report.require(
        placed == machine.count(),
        path,
        "places " + placed + " of " + machine.count() + " replicas");
  }
}
