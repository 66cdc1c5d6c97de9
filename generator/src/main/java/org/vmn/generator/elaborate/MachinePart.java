package org.vmn.generator.elaborate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.literals.Dimension;
import org.vmn.dsl.vmn.Checksum;
import org.vmn.dsl.vmn.Cpu;
import org.vmn.dsl.vmn.ImageFormat;
import org.vmn.dsl.vmn.ImageSource;
import org.vmn.dsl.vmn.Label;
import org.vmn.dsl.vmn.Memory;
import org.vmn.dsl.vmn.Quarantine;
import org.vmn.dsl.vmn.Vm;
import org.vmn.runtime.network.Disk;
import org.vmn.runtime.network.Host;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.network.Nic;
import org.vmn.runtime.network.Placement;
import org.vmn.runtime.network.Replicas;
import org.vmn.runtime.network.Segment;
import org.vmn.runtime.network.User;

/** Machines: size, disks, users, adapters, programs, place. */
final class MachinePart {
  private static final int DEFAULT_CPU = 1;
  private static final long DEFAULT_MEMORY = 1L << 30;
  private static final long DEFAULT_DISK = 10L << 30;
  private static final Disk.Image DEFAULT_IMAGE =
      new Disk.Image(
          "debian12",
          "qcow2",
          "https://cloud.debian.org/images/cloud/bookworm/latest/debian-12-genericcloud-amd64.qcow2",
          null);

  private final Context context;
  private final NicPart nics;
  private final List<Vm> declared;
  private final List<Shape> shapes;
  private final Placer placer;
  private final ProgramPart programs;
  private final HardwarePart hardware;
  private final LifecyclePart lifecycles;

  MachinePart(
      Context context,
      Map<String, Segment> segments,
      AddressBook book,
      Macs macs,
      List<Host> hosts,
      ProgramPart programs) {
    this.context = context;
    this.nics = new NicPart(context, segments, book, macs);
    this.programs = programs;
    placer = new Placer(context, hosts);
    hardware = new HardwarePart(context, hosts);
    lifecycles = new LifecyclePart(context, hosts);
    declared = context.all(Vm.class).toList();
    shapes = declared.stream().map(vm -> new Shape(context, vm)).toList();
  }

  /** Claims the addresses that the source states, before anybody takes free ones. */
  void claim() {
    for (int i = 0; i < declared.size(); i++) {
      nics.claimStated(declared.get(i), shapes.get(i));
    }
  }

  List<Machine> elaborate() {
    List<Placer.Guest> guests = new ArrayList<>();
    for (int i = 0; i < declared.size(); i++) {
      guests.add(guest(declared.get(i), shapes.get(i)));
    }
    List<Placement> places = placer.place(guests);
    List<Machine> machines = new ArrayList<>();
    for (int i = 0; i < guests.size(); i++) {
      machines.add(machine(guests.get(i), places.get(i)));
    }
    return machines;
  }

  private Placer.Guest guest(Vm vm, Shape shape) {
    Cpu cpu = shape.last(Cpu.class);
    Memory memory = shape.last(Memory.class);
    int cores = cpu == null ? DEFAULT_CPU : (int) Context.amount(cpu.getValue(), Dimension.COUNT);
    long bytes =
        memory == null ? DEFAULT_MEMORY : Context.amount(memory.getValue(), Dimension.SIZE);
    long storage = disks(vm, shape).stream().mapToLong(Disk::sizeBytes).sum();
    int count = Context.replicas(vm.getCount()).count();
    return new Placer.Guest(vm, shape, count, new Rooms.Need(cores, bytes, storage));
  }

  private Machine machine(Placer.Guest guest, Placement placement) {
    Vm vm = guest.vm();
    Shape shape = guest.shape();
    Replicas replicas = Context.replicas(vm.getCount());
    List<Nic> adapters = nics.elaborate(vm, shape, replicas.count());
    return new Machine(
        vm.getName(),
        replicas,
        guest.need().cpu(),
        guest.need().memory(),
        disks(vm, shape),
        shape.all(org.vmn.dsl.vmn.User.class).stream()
            .map(u -> new User(u.getName(), u.getKeys(), shape.origin(u)))
            .toList(),
        adapters,
        programs.programs(shape),
        placement,
        ProvisionPart.labels(shape.all(Label.class)),
        hardware.hardware(vm, shape, guest.need().cpu(), placement),
        ProvisionPart.provision(shape),
        lifecycles.scale(vm, shape, replicas.count()),
        lifecycles.protect(vm, shape, placement),
        shape.last(Quarantine.class) != null,
        Documentation.of(vm),
        context.origin(vm));
  }

  private List<Disk> disks(Vm vm, Shape shape) {
    List<Disk> disks = new ArrayList<>();
    for (org.vmn.dsl.vmn.Disk disk : shape.all(org.vmn.dsl.vmn.Disk.class)) {
      long size =
          disk.getSize() == null ? DEFAULT_DISK : Context.amount(disk.getSize(), Dimension.SIZE);
      disks.add(new Disk(disk.getName(), size, image(disk.getImage()), shape.origin(disk)));
    }
    return disks.isEmpty()
        ? List.of(new Disk("root", DEFAULT_DISK, DEFAULT_IMAGE, context.origin(vm)))
        : disks;
  }

  private static Disk.@Nullable Image image(org.vmn.dsl.vmn.@Nullable Image image) {
    if (image == null) {
      return null;
    }
    String format =
        Context.properties(image.getProperties(), ImageFormat.class).stream()
            .map(ImageFormat::getName)
            .findFirst()
            .orElse("qcow2");
    String source =
        Context.properties(image.getProperties(), ImageSource.class).stream()
            .map(ImageSource::getLocation)
            .findFirst()
            .orElse("");
    String checksum =
        Context.properties(image.getProperties(), Checksum.class).stream()
            .map(c -> c.getText().toLowerCase(Locale.ROOT))
            .findFirst()
            .orElse(null);
    return new Disk.Image(image.getName(), format, source, checksum);
  }
}
