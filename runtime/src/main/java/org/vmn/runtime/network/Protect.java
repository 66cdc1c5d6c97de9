package org.vmn.runtime.network;

import java.util.List;

/**
 * How a machine survives the loss of its host.
 *
 * @param everyNanos between two copies of its disks
 * @param rpoNanos the most work, in time, that may be lost
 * @param rtoNanos the longest until it runs again
 * @param to hosts that hold the copies and can take it over, in order of preference
 */
public record Protect(long everyNanos, long rpoNanos, long rtoNanos, List<Ref> to, Origin origin) {

  public Protect {
    to = List.copyOf(to);
  }
}
