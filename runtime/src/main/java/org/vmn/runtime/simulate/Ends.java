package org.vmn.runtime.simulate;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.forward.Place;
import org.vmn.runtime.network.Balancer;
import org.vmn.runtime.network.External;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.network.Nic;
import org.vmn.runtime.network.Scenario;
import org.vmn.runtime.network.Segment;
import org.vmn.runtime.value.Ip;

/** Makes the ends of requests, and numbers their kinds. */
final class Ends {
  private final Forwarding tables;
  private final Hosts hosts;
  private final Links links;
  private final Carriers carriers;
  private final Atoms atoms;
  private final Map<String, Fleet> fleets = new LinkedHashMap<>();
  private final Map<Kind, Integer> kinds = new HashMap<>();
  private final Map<Adapter, Integer> nics = new HashMap<>();

  private record Kind(String of, String nic, int atom) {}

  private record Adapter(int replica, String nic) {}

  Ends(Forwarding tables, Hosts hosts, Links links, Carriers carriers, Scenario scenario) {
    this.tables = tables;
    this.hosts = hosts;
    this.links = links;
    this.carriers = carriers;
    atoms = new Atoms(tables);
    int replicas = 0;
    for (Machine machine : tables.network().machines()) {
      fleets.put(machine.name(), new Fleet(machine, replicas, hosts, scenario));
      replicas += machine.count();
    }
  }

  Atoms atoms() {
    return atoms;
  }

  Fleet fleet(Machine machine) {
    Fleet fleet = fleets.get(machine.name());
    if (fleet == null) {
      throw new IllegalArgumentException("the network has no machine `" + machine.name() + "`");
    }
    return fleet;
  }

  End of(Machine machine, int offset, Nic nic, Ip ip) {
    Fleet fleet = fleet(machine);
    int replica = fleet.number(offset);
    Segment segment = tables.segment(nic.segment());
    return new End(
        new Place.Adapter(machine, offset, nic),
        ip,
        kind(new Kind("machine " + machine.name(), nic.name(), atoms.of(ip))),
        replica,
        fleet.host(offset),
        fleet.dies(offset),
        link(nic, replica, fleet.dies(offset)),
        segment,
        carriers.row(segment));
  }

  /** What is outside comes in through the balancer's gateway, and shares its fate. */
  End of(External external, Ip ip, Balancer balancer) {
    int gateway = hosts.number(balancer.gateway());
    Segment segment = tables.segment(external.segment());
    return new End(
        new Place.Outside(external),
        ip,
        kind(new Kind("external " + external.name(), "", atoms.of(ip))),
        End.OUTSIDE,
        gateway,
        hosts.dies(gateway),
        Carriers.NONE,
        segment,
        carriers.row(segment));
  }

  private int kind(Kind kind) {
    return kinds.computeIfAbsent(kind, k -> kinds.size());
  }

  private int link(Nic nic, int replica, long dies) {
    if (nic.bitsPerSecond() == 0) {
      return Carriers.NONE;
    }
    Adapter adapter = new Adapter(replica, nic.name());
    Integer known = nics.get(adapter);
    if (known == null) {
      known = links.add(nic.bitsPerSecond(), 0, dies);
      links.add(nic.bitsPerSecond(), 0, dies);
      nics.put(adapter, known);
    }
    return known;
  }
}
