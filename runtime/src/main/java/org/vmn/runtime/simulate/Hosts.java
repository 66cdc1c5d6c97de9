package org.vmn.runtime.simulate;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.vmn.runtime.network.Element;
import org.vmn.runtime.network.Event;
import org.vmn.runtime.network.Host;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Ref;
import org.vmn.runtime.network.Scenario;

/** The hosts numbered one by one, with the times at which they fail. */
final class Hosts {
  private final Map<String, Integer> first = new HashMap<>();
  private final Host[] hosts;
  private final int[] offsets;
  private final long[] dies;

  Hosts(Network network, Scenario scenario) {
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
    dies = new long[count];
    Arrays.fill(dies, Long.MAX_VALUE);
    for (Event event : scenario.events()) {
      if (event instanceof Event.Fail fail && fail.element() instanceof Element.OfHost of) {
        int number = number(of.host());
        dies[number] = Math.min(dies[number], fail.atNanos());
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

  /**
   * When it fails, in nanoseconds; {@link Long#MAX_VALUE} when it doesn't. There is no repair: what
   * fails stays failed.
   */
  long dies(int number) {
    return dies[number];
  }
}
