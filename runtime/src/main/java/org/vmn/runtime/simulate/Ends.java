package org.vmn.runtime.simulate;

import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.forward.Place;
import org.vmn.runtime.network.External;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.network.Nic;
import org.vmn.runtime.network.Segment;
import org.vmn.runtime.value.Ip;

/** Makes the ends of requests, and numbers their kinds. */
final class Ends {
  private final Forwarding tables;
  private final Site site;
  private final Links links;
  private final Carriers carriers;
  private final Atoms atoms;
  private final Map<Kind, Integer> kinds = new HashMap<>();
  private final Map<Adapter, Integer> nics = new LinkedHashMap<>();
  private final BitSet adapterLinks = new BitSet();
  private final boolean all;

  private record Kind(String of, String nic, int atom) {}

  private record Adapter(int replica, String nic) {}

  /**
   * @param all whether adapters without a limit are links too, which cost nothing, so that what
   *     they carry is counted
   */
  Ends(Forwarding tables, Site site, Links links, Carriers carriers, boolean all) {
    this.all = all;
    this.tables = tables;
    this.site = site;
    this.links = links;
    this.carriers = carriers;
    atoms = new Atoms(tables);
  }

  Atoms atoms() {
    return atoms;
  }

  End of(Machine machine, int offset, Nic nic, Ip ip) {
    int replica = site.guests.first(machine.name()) + offset;
    Segment segment = tables.segment(nic.segment());
    return new End(
        new Place.Adapter(machine, offset, nic),
        ip,
        kind(new Kind("machine " + machine.name(), nic.name(), atoms.of(ip))),
        replica,
        null,
        link(nic, replica),
        segment,
        carriers.row(segment));
  }

  /** What is outside comes in through a gateway host, and shares its fate. */
  End of(External external, Ip ip, Gateways.Gateway gateway) {
    Segment segment = tables.segment(external.segment());
    return new End(
        new Place.Outside(external),
        ip,
        kind(new Kind("external " + external.name(), "", atoms.of(ip))),
        End.OUTSIDE,
        gateway,
        Carriers.NONE,
        segment,
        carriers.row(segment));
  }

  /** The link out of each adapter that has one, with the adapter's name. */
  void adapters(BiConsumer<Integer, String> each) {
    nics.forEach((at, out) -> each.accept(out, site.guests.ref(at.replica()) + "." + at.nic()));
  }

  /** Whether a link is an adapter's, in either direction. */
  boolean isAdapter(int link) {
    return adapterLinks.get(link);
  }

  private int kind(Kind kind) {
    return kinds.computeIfAbsent(kind, k -> kinds.size());
  }

  private int link(Nic nic, int replica) {
    if (nic.bitsPerSecond() == 0 && !all) {
      return Carriers.NONE;
    }
    return nics.computeIfAbsent(
        new Adapter(replica, nic.name()),
        adapter -> {
          int out = links.add(nic.bitsPerSecond(), 0, 0);
          links.add(nic.bitsPerSecond(), 0, 0);
          adapterLinks.set(out, out + 2);
          return out;
        });
  }
}
