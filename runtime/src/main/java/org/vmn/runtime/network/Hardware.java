package org.vmn.runtime.network;

import java.util.List;

/**
 * What a machine asks of the hardware below it.
 *
 * @param numaNodes how many it sees, 0 when not stated
 * @param pinned processors of the host that its own are bound to, in order; empty for any
 * @param hugepageBytes size of the pages that back its memory, 0 for ordinary ones
 */
public record Hardware(int numaNodes, List<Integer> pinned, long hugepageBytes) {

  public static final Hardware ANY = new Hardware(0, List.of(), 0);

  public Hardware {
    pinned = List.copyOf(pinned);
  }
}
