package org.vmn.runtime.network;

import java.util.List;

/**
 * Tunnels between hosts.
 *
 * @param over the uplinks that the tunnels run between: one for each host that takes part
 */
public record Overlay(
    String name, Encapsulation encapsulation, List<UplinkRef> over, Origin origin) {
  /** How frames are wrapped. */
  public enum Encapsulation {
    VXLAN,
    GENEVE
  }

  public Overlay {
    over = List.copyOf(over);
  }
}
