package org.vmn.generator.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.vmn.generator.text.Figures;
import org.vmn.generator.text.Ranges;
import org.vmn.generator.text.Table;
import org.vmn.runtime.network.Host;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Overlay;
import org.vmn.runtime.network.Uplink;
import org.vmn.runtime.network.UplinkRef;

/** What carries the network: hosts, their uplinks and the tunnels between them. */
final class Hardware {
  private static final String UNLIMITED = "not limited";

  private Hardware() {}

  static List<Section> sections(Network network, Stated stated) {
    Table hosts = Table.of("host", "cpu", "memory", "storage", "zone");
    Table uplinks = Table.of("uplink", "speed", "latency", "mtu", "tunnel addresses");
    for (Host host : network.hosts()) {
      String key = "Host " + host.name();
      hosts.row(
          stated.mark(Ranges.declared(host.name(), host.replicas()), host.origin().isKnown()),
          host.cpu() == 0 ? stated.mark(UNLIMITED, false) : stated.mark(host.cpu(), key, "Cpu"),
          host.memoryBytes() == 0
              ? stated.mark(UNLIMITED, false)
              : Figures.bytes(host.memoryBytes()),
          host.storageBytes() == 0
              ? stated.mark(UNLIMITED, false)
              : Figures.bytes(host.storageBytes()) + speed(host),
          host.zone());
      host.uplinks().forEach(u -> uplink(uplinks, host, u, stated));
    }
    List<Section> sections = new ArrayList<>();
    sections.add(new Section("Hosts", hosts.lines()));
    sections.add(new Section("Uplinks", uplinks.lines()));
    sections.add(new Section("Overlays", overlays(network, stated)));
    return sections;
  }

  private static String speed(Host host) {
    Host.Disks disks = host.disks();
    return disks == null ? "" : ", " + Figures.bits(disks.bitsPerSecond());
  }

  private static void uplink(Table table, Host host, Uplink uplink, Stated stated) {
    String key = "Uplink " + host.name() + "." + uplink.name();
    table.row(
        host.name() + (host.replicas().indexed() ? "[*]." : ".") + uplink.name(),
        uplink.bitsPerSecond() == 0
            ? stated.mark(UNLIMITED, false)
            : Figures.bits(uplink.bitsPerSecond()),
        stated.mark(Figures.time(uplink.latencyNanos()), key, "Latency"),
        stated.mark(uplink.mtu(), key, "Mtu"),
        stated.mark(Ranges.addresses(uplink.underlay()), key, "UnderlayAddress"));
  }

  private static List<String> overlays(Network network, Stated stated) {
    Table table = Table.of("overlay", "kind", "between");
    for (Overlay overlay : network.overlays()) {
      String name = stated.mark(overlay.name(), overlay.origin().isKnown());
      String kind = overlay.encapsulation().name().toLowerCase(Locale.ROOT);
      table.row(
          name, kind, stated.mark(uplinks(overlay.over()), "Overlay " + overlay.name(), "over"));
    }
    return table.lines();
  }

  /** {@code eno1 of kvm[1..3]}. */
  static String uplinks(List<UplinkRef> refs) {
    List<String> names = refs.stream().map(UplinkRef::uplink).distinct().toList();
    List<String> parts = new ArrayList<>();
    for (String name : names) {
      parts.add(
          name
              + " of "
              + Ranges.refs(
                  refs.stream()
                      .filter(r -> r.uplink().equals(name))
                      .map(UplinkRef::host)
                      .toList()));
    }
    return String.join(", ", parts);
  }
}
