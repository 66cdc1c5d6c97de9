package org.vmn.runtime.network;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.value.Ip;
import org.vmn.runtime.value.IpSet;
import org.vmn.runtime.value.Mac;

/**
 * What lies outside, behind a segment.
 *
 * @param segment the segment that it is reached through
 * @param gateways addresses on that segment of the device that leads there, at most one a family;
 *     empty when it is on the segment itself
 * @param mac the gateway's hardware address, where the source says so
 * @param addresses every address that may be found there
 */
public record External(
    String name,
    String segment,
    List<Ip> gateways,
    @Nullable Mac mac,
    IpSet addresses,
    Origin origin) {
  public External {
    gateways = List.copyOf(gateways);
  }
}
