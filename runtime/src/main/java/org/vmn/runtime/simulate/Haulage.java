package org.vmn.runtime.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.forward.Packet;
import org.vmn.runtime.forward.Place;
import org.vmn.runtime.network.Endpoints;
import org.vmn.runtime.network.Load;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.network.Program;
import org.vmn.runtime.network.Traffic;
import org.vmn.runtime.simulate.SimulationResult.Happening.Kind;

/**
 * Data copied from every source to every destination. It passes where a connection to a port that
 * the destination listens on does, or one to SSH.
 */
final class Haulage {
  private static final Map<String, Long> UNITS =
      Map.of(
          "kB",
          1_000L,
          "MB",
          1_000_000L,
          "GB",
          1_000_000_000L,
          "TB",
          1_000_000_000_000L,
          "KiB",
          1L << 10,
          "MiB",
          1L << 20,
          "GiB",
          1L << 30,
          "TiB",
          1L << 40);
  private static final int SSH = 22;

  private final World world;

  Haulage(World world) {
    this.world = world;
  }

  void add(Load.Transfers load) {
    List<End> to = ends(load.to());
    for (End source : ends(load.from())) {
      for (End target : to) {
        if (source.replica() != target.replica()) {
          world.agenda.add(load.atNanos(), now -> haul(load, source, target, now));
        }
      }
    }
  }

  private List<End> ends(Endpoints set) {
    List<End> all = new ArrayList<>();
    for (Machine machine : world.network.machines()) {
      for (int offset = 0; offset < machine.count(); offset++) {
        int number = offset;
        machine.nics().stream()
            .flatMap(nic ->
                nic.at(number).stream()
                    .filter(ip -> world.tables.sets().addresses(set).contains(ip))
                    .map(ip -> world.ends.of(machine, number, nic, ip)))
            .findFirst()
            .ifPresent(all::add);
      }
    }
    return all;
  }

  private void haul(Load.Transfers load, End source, End target, long now) {
    String name =
        world.site.guests.ref(source.replica()) + " -> " + world.site.guests.ref(target.replica());
    if (!source.works(world.site) || !target.works(world.site) || !passes(source, target)) {
      world.log.add(now, Kind.REFUSED, name, "can't be copied: no connection passes");
    } else {
      world.couriers.send(
          onTheWire(load.bytes(), source, target),
          world.classes.of(source),
          now,
          () -> way(source, target),
          time -> {
            String text =
                String.format(Locale.ROOT, "%s in %.3f s", size(load.bytes()), (time - now) / 1e9);
            world.log.add(time, Kind.COPIED, name, text);
          });
    }
    if (load.everyNanos() > 0) {
      world.agenda.add(now + load.everyNanos(), time -> haul(load, source, target, time));
    }
  }

  /** In the unit that leaves the smallest whole number, as a source would write it. */
  private static String size(long bytes) {
    String unit = "bytes";
    long fewest = bytes;
    for (Map.Entry<String, Long> larger : UNITS.entrySet()) {
      long count = bytes / larger.getValue();
      if (count > 0 && count < fewest && bytes % larger.getValue() == 0) {
        unit = larger.getKey();
        fewest = count;
      }
    }
    return fewest + " " + unit;
  }

  /** With the headers that each packet has where it has most of them. */
  private double onTheWire(long bytes, End source, End target) {
    boolean stays = source.host(world.site) == target.host(world.site);
    int around = stays ? Framing.ETHERNET : world.carriers.headers(target.segment());
    int headers = Framing.headers(target.ip().family(), Traffic.Protocol.TCP);
    int mtu = Math.min(source.segment().mtu(), target.segment().mtu());
    return bytes + (double) Framing.packets(bytes, mtu, headers) * (headers + around);
  }

  private boolean passes(End source, End target) {
    Guests guests = world.site.guests;
    if (guests.quarantined[source.replica()] || guests.quarantined[target.replica()]) {
      return false;
    }
    Place.Adapter at = (Place.Adapter) target.place();
    if (completes(source, target, Traffic.Protocol.TCP, SSH)) {
      return true;
    }
    for (Program program : at.machine().programs()) {
      for (Traffic.Match match : program.ports().matches()) {
        if (completes(source, target, match.protocol(), match.firstPort())) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean completes(End source, End target, Traffic.Protocol protocol, int port) {
    Packet packet = Packet.opening(source.ip(), target.ip(), protocol, port);
    return source.ip().family() == target.ip().family()
        && world.routing.tables().walk(source.place(), packet).completes();
  }

  private int @Nullable [] way(End source, End target) {
    int[] across = world.across(target.uplinks(), source.host(world.site), target.host(world.site));
    if (across == null) {
      return null;
    }
    int[] way = new int[across.length + 2];
    int count = 0;
    if (source.nic() != Carriers.NONE) {
      way[count++] = source.nic();
    }
    System.arraycopy(across, 0, way, count, across.length);
    count += across.length;
    if (target.nic() != Carriers.NONE) {
      way[count++] = Carriers.after(target.nic());
    }
    return java.util.Arrays.copyOf(way, count);
  }
}
