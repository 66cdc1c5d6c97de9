package org.vmn.generator.emit.ovs.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vmn.generator.layout.HostLayout;
import org.vmn.runtime.forward.Translation;
import org.vmn.runtime.network.Balancer;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.network.Member;
import org.vmn.runtime.value.Ip;

/**
 * The balancers that a host translates for, and their connection tracking zones. Balancers that
 * share a target's port share a zone: then an answer from there can belong to only one connection.
 */
public final class Balancing {
  private final Map<String, List<Target>> targets = new LinkedHashMap<>();
  private final Map<String, Integer> zones = new HashMap<>();
  private final Map<String, Integer> hairpinZones = new HashMap<>();
  private final Map<Target.Source, Integer> sources = new LinkedHashMap<>();
  private int next = 1;

  Balancing(Topology topology, List<Balancer> balancers) {
    for (Balancer balancer : balancers) {
      List<Target> all = targets(topology, balancer);
      targets.put(balancer.name(), all);
      share(balancer, all);
    }
    for (Balancer balancer : balancers) {
      hairpinZones.put(balancer.name(), HostPlan.zone(next++));
    }
  }

  private void share(Balancer balancer, List<Target> all) {
    List<Target.Source> own = new ArrayList<>();
    all.forEach(t -> {
      Target.Source source = t.source();
      if (source != null) {
        own.add(source);
      }
    });
    int zone = -1;
    for (Target.Source source : own) {
      Integer known = sources.get(source);
      if (known != null && zone < 0) {
        zone = known;
      } else if (known != null && known != zone) {
        rename(known, zone);
      }
    }
    if (zone < 0) {
      zone = HostPlan.zone(next++);
    }
    for (Target.Source source : own) {
      sources.put(source, zone);
    }
    zones.put(balancer.name(), zone);
  }

  private void rename(int from, int to) {
    sources.replaceAll((s, z) -> z == from ? to : z);
    zones.replaceAll((b, z) -> z == from ? to : z);
  }

  private static List<Target> targets(Topology topology, Balancer balancer) {
    List<Target> found = new ArrayList<>();
    for (Member.Machines member : balancer.targets()) {
      Machine machine = topology.forwarding().sets().machine(member.machine());
      if (machine.quarantined()) {
        continue;
      }
      for (int i = member.first(); i <= member.last(); i++) {
        Ip ip = Translation.targetAddress(balancer, machine, i);
        found.add(new Target(balancer, ip, ip == null ? null : seat(topology, machine, i, ip)));
      }
    }
    return found;
  }

  private static @Nullable Seat seat(Topology topology, Machine machine, int offset, Ip ip) {
    HostLayout host = topology.layout().host(machine.placement().hostOf(offset));
    return host.guests().stream()
        .filter(g -> g.machine().equals(machine) && g.offset() == offset)
        .flatMap(g -> g.adapters().stream())
        .filter(a -> a.nic().at(offset).contains(ip))
        .findFirst()
        .map(a -> new Seat(a, host))
        .orElse(null);
  }

  /** One for each replica that serves, in order; none of what is quarantined. */
  public List<Target> targets(Balancer balancer) {
    return targets.getOrDefault(balancer.name(), List.of());
  }

  public int zone(Balancer balancer) {
    return zones.getOrDefault(balancer.name(), 0);
  }

  /** The zone in which what a balancer returns to its sender gets the balancer's address. */
  public int hairpinZone(Balancer balancer) {
    return hairpinZones.getOrDefault(balancer.name(), 0);
  }

  /** What answers may come from, with the zone of the connections that they would belong to. */
  public Map<Target.Source, Integer> sources() {
    return sources;
  }

  /** The number of the next zone that is no adapter's. */
  int next() {
    return next;
  }
}
