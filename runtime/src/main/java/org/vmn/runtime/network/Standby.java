package org.vmn.runtime.network;

import java.util.List;

/**
 * Hosts that take over from a gateway. The gateway is at the first host, itself or one of these,
 * that is up and whose wires carry all that it joins; without one, at the first that is up.
 *
 * @param hosts in the order in which they take over, without the gateway itself
 * @param segments names of the segments of which a host needs a wire that leads off it
 * @param noticedNanos how long after a failure, or a repair, the gateway is elsewhere
 */
public record Standby(List<Ref> hosts, List<String> segments, long noticedNanos) {
  public Standby {
    hosts = List.copyOf(hosts);
    segments = List.copyOf(segments);
  }
}
