package org.vmn.runtime.network;

import java.util.List;

/**
 * A virtual switch of its own on some hosts, beside the integration switch that every host has.
 *
 * @param hosts where it is
 * @param uplinks interfaces that belong to it, at most one a host
 */
public record VirtualSwitch(String name, List<Ref> hosts, List<UplinkRef> uplinks, Origin origin) {

  public VirtualSwitch {
    hosts = List.copyOf(hosts);
    uplinks = List.copyOf(uplinks);
  }
}
