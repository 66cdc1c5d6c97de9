package org.vmn.generator.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vmn.runtime.network.Host;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Nic;
import org.vmn.runtime.network.Ref;

/** The hosts of a network with the guests on each, in order of declaration. */
public final class Layout {
  /** Port numbers below are for tunnels and patches. */
  public static final int FIRST_GUEST_PORT = 1000;

  private final List<HostLayout> hosts;
  private final Map<Ref, HostLayout> byRef = new LinkedHashMap<>();

  private Layout(List<HostLayout> hosts) {
    this.hosts = List.copyOf(hosts);
    hosts.forEach(h -> byRef.put(h.ref(), h));
  }

  public static Layout of(Network network) {
    Map<Ref, List<HostLayout.Guest>> guests = guests(network);
    List<HostLayout> hosts = new ArrayList<>();
    for (Host host : network.hosts()) {
      for (int i = 0; i < host.replicas().count(); i++) {
        Ref ref = host.replicas().ref(host.name(), i);
        hosts.add(
            new HostLayout(ref, host, i, hosts.size() + 1, guests.getOrDefault(ref, List.of())));
      }
    }
    return new Layout(hosts);
  }

  private static Map<Ref, List<HostLayout.Guest>> guests(Network network) {
    Map<Ref, List<HostLayout.Guest>> guests = new LinkedHashMap<>();
    Map<Ref, Integer> adaptersOn = new LinkedHashMap<>();
    Map<Ref, Set<String>> taps = new HashMap<>();
    for (Machine machine : network.machines()) {
      for (int i = 0; i < machine.count(); i++) {
        Ref host = machine.placement().hostOf(i);
        List<HostLayout.Adapter> adapters = new ArrayList<>();
        for (Nic nic : machine.nics()) {
          if (nic.trunk() != null) {
            continue; // comes on another adapter
          }
          int before = adaptersOn.merge(host, 1, Integer::sum) - 1;
          Set<String> taken = taps.computeIfAbsent(host, h -> new HashSet<>());
          String tap = Names.tap(network, machine, i, nic, taken);
          adapters.add(
              new HostLayout.Adapter(machine, i, nic, tap, FIRST_GUEST_PORT + before, 1 + before));
        }
        guests
            .computeIfAbsent(host, h -> new ArrayList<>())
            .add(new HostLayout.Guest(machine, i, adapters));
      }
    }
    return guests;
  }

  public List<HostLayout> hosts() {
    return hosts;
  }

  public HostLayout host(Ref ref) {
    HostLayout host = byRef.get(ref);
    if (host == null) {
      throw new IllegalArgumentException("the network has no host `" + ref + "`");
    }
    return host;
  }
}
