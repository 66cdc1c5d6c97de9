package org.vmn.runtime.simulate;

import java.util.HashMap;
import java.util.Map;
import org.vmn.runtime.network.Host;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Ref;

/** The hosts, numbered one by one. */
final class Hosts {
  private final Map<String, Integer> first = new HashMap<>();
  private final Host[] hosts;
  private final int[] offsets;

  Hosts(Network network) {
    int count = 0;
    for (Host host : network.hosts()) {
      first.put(host.name(), count);
      count += host.replicas().count();
    }
    hosts = new Host[count];
    offsets = new int[count];
    for (Host host : network.hosts()) {
      for (int i = 0; i < host.replicas().count(); i++) {
        int number = first.getOrDefault(host.name(), 0) + i;
        hosts[number] = host;
        offsets[number] = i;
      }
    }
  }

  int count() {
    return hosts.length;
  }

  int number(Ref ref) {
    Integer start = first.get(ref.name());
    if (start == null) {
      throw new IllegalArgumentException("the network has no host `" + ref + "`");
    }
    return start + ref.offset();
  }

  Host host(int number) {
    return hosts[number];
  }

  Ref ref(int number) {
    return hosts[number].replicas().ref(hosts[number].name(), offsets[number]);
  }
}
