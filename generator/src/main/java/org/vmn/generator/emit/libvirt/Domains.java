package org.vmn.generator.emit.libvirt;

import java.util.ArrayList;
import java.util.List;
import org.vmn.generator.emit.libvirt.model.Domain;
import org.vmn.generator.emit.libvirt.model.Drive;
import org.vmn.generator.emit.libvirt.model.Interface;
import org.vmn.generator.emit.libvirt.model.Source;
import org.vmn.generator.emit.libvirt.model.Volume;
import org.vmn.generator.emit.text.Xml;
import org.vmn.generator.layout.HostLayout.Guest;
import org.vmn.generator.layout.Identity;
import org.vmn.generator.layout.Names;
import org.vmn.generator.layout.Storage;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.network.Disk;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.network.Network;

/** What libvirt's model says of a machine. */
final class Domains {
  /** What a virtio disk shows of its serial number: VIRTIO_BLK_ID_BYTES. */
  private static final int LONGEST_SERIAL = 20;

  private final Forwarding forwarding;
  private final Network network;

  Domains(Forwarding forwarding) {
    this.forwarding = forwarding;
    network = forwarding.network();
  }

  Domain domain(Guest guest) {
    Machine machine = guest.machine();
    return new Domain(
        Names.domain(network, machine, guest.offset()),
        Identity.domain(network, machine, guest.offset()),
        guest.ref() + " of " + network.name(),
        Xml.printable(machine.documentation()),
        new Source(
            network.name(),
            guest.ref(),
            machine.placement().hostOf(guest.offset()),
            machine.origin()),
        machine.memoryBytes(),
        machine.cpu(),
        machine.hardware(),
        drives(guest),
        guest.adapters().stream()
            .map(a ->
                new Interface(
                    a.nic().name(), a.nic().mac(a.offset()), a.tap(), mtu(a.nic().segment())))
            .toList());
  }

  private int mtu(String segment) {
    return forwarding.segment(segment).mtu();
  }

  private List<Drive> drives(Guest guest) {
    List<Drive> drives = new ArrayList<>();
    for (Disk disk : bootFirst(guest.machine())) {
      String volume = Storage.disk(network, guest.machine(), guest.offset(), disk);
      drives.add(new Drive.Disk(Storage.POOL, volume, target(drives.size()), serial(disk)));
    }
    if (Storage.isSeeded(guest.machine())) {
      String seed = Storage.seed(network, guest.machine(), guest.offset());
      drives.add(new Drive.Cdrom(Storage.POOL, seed, "sda"));
    }
    return drives;
  }

  /** The disk called {@code root}, then the others as written. */
  private static List<Disk> bootFirst(Machine machine) {
    List<Disk> disks = new ArrayList<>(machine.disks());
    disks.sort((a, b) -> Boolean.compare(b.name().equals("root"), a.name().equals("root")));
    return disks;
  }

  /** {@code vda} to {@code vdz}, then {@code vdaa}, as Linux counts. */
  private static String target(int number) {
    StringBuilder letters = new StringBuilder();
    for (int left = number; left >= 0; left = left / 26 - 1) {
      letters.insert(0, (char) ('a' + left % 26));
    }
    return "vd" + letters;
  }

  private static String serial(Disk disk) {
    return disk.name().substring(0, Math.min(LONGEST_SERIAL, disk.name().length()));
  }

  /** The volumes of a machine's disks. */
  List<Volume> volumes(Guest guest) {
    return guest.machine().disks().stream()
        .map(disk -> {
          String name = Storage.disk(network, guest.machine(), guest.offset(), disk);
          Disk.Image image = disk.image();
          Volume.Backing backing =
              image == null ? null : new Volume.Backing(Storage.path(image), image.format());
          return new Volume(name, disk.sizeBytes(), backing);
        })
        .toList();
  }
}
