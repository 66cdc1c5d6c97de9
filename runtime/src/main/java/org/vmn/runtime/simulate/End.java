package org.vmn.runtime.simulate;

import org.vmn.runtime.forward.Place;
import org.vmn.runtime.network.Segment;
import org.vmn.runtime.value.Ip;

/**
 * One end of a request: a client or a target.
 *
 * @param ip the address that it uses; of an external, one that stands for its atom
 * @param kind ends of one kind are treated alike by every table
 * @param replica its number among all replicas, or {@link #OUTSIDE}
 * @param host the number of the host that it runs on; for an external, of the balancer's gateway
 * @param dies when that fails
 * @param nic its adapter's link out, if the adapter's rate is limited, else {@link Carriers#NONE};
 *     the link in comes after
 * @param segment what it is on
 * @param uplinks what carries that segment
 */
record End(
    Place place,
    Ip ip,
    int kind,
    int replica,
    int host,
    long dies,
    int nic,
    Segment segment,
    Carriers.Row uplinks) {
  static final int OUTSIDE = -1;

  boolean isOutside() {
    return replica == OUTSIDE;
  }
}
