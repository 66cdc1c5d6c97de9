package org.vmn.runtime.simulate;

import org.jspecify.annotations.Nullable;
import org.vmn.runtime.forward.Place;
import org.vmn.runtime.network.Segment;
import org.vmn.runtime.value.Ip;

/**
 * One end of a request: a client or a target.
 *
 * @param ip the address that it uses; of an external, one that stands for its atom
 * @param kind ends of one kind are treated alike by every table
 * @param replica its number among all replicas, or {@link #OUTSIDE}
 * @param gateway for an external, where it is taken in; else null
 * @param nic its adapter's link out, if the adapter has one, else {@link Carriers#NONE}; the link
 *     in comes after
 * @param segment what it is on
 * @param uplinks what carries that segment
 */
record End(
    Place place,
    Ip ip,
    int kind,
    int replica,
    Gateways.@Nullable Gateway gateway,
    int nic,
    Segment segment,
    Carriers.Row uplinks) {
  static final int OUTSIDE = -1;

  boolean isOutside() {
    return replica == OUTSIDE;
  }

  /** The host that it is on now. */
  int host(Site site) {
    return gateway != null ? gateway.host() : site.guests.host[replica];
  }

  /** Whether it is there to send and to receive. */
  boolean works(Site site) {
    return gateway != null ? site.isUp(gateway.host()) : site.guests.runs(replica);
  }
}
