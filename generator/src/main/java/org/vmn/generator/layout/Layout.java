package org.vmn.generator.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vmn.generator.lock.Lock;
import org.vmn.runtime.network.Host;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Nic;
import org.vmn.runtime.network.Ref;

/** The hosts of a network with the guests on each, in order of declaration. */
public final class Layout {
  private final List<HostLayout> hosts;
  private final Map<Ref, HostLayout> byRef = new LinkedHashMap<>();

  private Layout(List<HostLayout> hosts) {
    this.hosts = List.copyOf(hosts);
    hosts.forEach(h -> byRef.put(h.ref(), h));
  }

  /** With nothing chosen before. */
  public static Layout of(Network network) {
    return of(network, Lock.EMPTY);
  }

  /**
   * @param lock what was chosen before
   */
  public static Layout of(Network network, Lock lock) {
    Map<Ref, List<HostLayout.Guest>> guests = guests(network, SwitchPorts.of(network, lock));
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

  private static Map<Ref, List<HostLayout.Guest>> guests(Network network, SwitchPorts ports) {
    Map<Ref, List<HostLayout.Guest>> guests = new LinkedHashMap<>();
    Map<Ref, Set<String>> taps = new HashMap<>();
    for (Machine machine : network.machines()) {
      Map<Ref, Integer> before = new HashMap<>();
      for (int i = 0; i < machine.count(); i++) {
        Ref host = machine.placement().hostOf(i);
        int nth = before.merge(host, 1, Integer::sum) - 1;
        List<HostLayout.Adapter> adapters = new ArrayList<>();
        for (Nic nic : machine.nics()) {
          if (nic.trunk() != null) {
            continue; // comes on another adapter
          }
          Set<String> taken = taps.computeIfAbsent(host, h -> new HashSet<>());
          String tap = Names.tap(network, machine, i, nic, taken);
          int port = ports.number(machine, nic, host, nth);
          adapters.add(new HostLayout.Adapter(machine, i, nic, tap, port));
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
