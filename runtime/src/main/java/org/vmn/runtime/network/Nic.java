package org.vmn.runtime.network;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.value.Ip;
import org.vmn.runtime.value.Mac;

/**
 * A network adapter of each replica of a machine.
 *
 * @param name unique within the machine: {@code nic1}, {@code nic2} … unless the source names it
 * @param mac the first replica's; each further one is one higher
 * @param addresses one entry for each subnet of the segment, in their order
 * @param bitsPerSecond rate in each direction, 0 for no limit
 * @param spoof whether it may send from addresses that are not its own
 * @param priority of its frames in 802.1p: 0 to 7, 0 when not stated
 * @param trunk the adapter of the same machine that carries this one's frames, tagged, or null for
 *     an adapter of its own
 * @param mirror the machine that gets a copy of its frames, or null
 */
public record Nic(
    String name,
    String segment,
    Mac mac,
    List<Addresses> addresses,
    long bitsPerSecond,
    boolean spoof,
    int priority,
    @Nullable String trunk,
    @Nullable Ref mirror,
    Origin origin) {
  /** The traffic class of what states no priority. */
  public static final int BEST_EFFORT = 1;

  public Nic {
    addresses = List.copyOf(addresses);
  }

  /**
   * The traffic class of its frames, 0 to 7: where there is not room for all, a higher one goes
   * first. Priority 1, background, comes after 0, best effort (IEEE 802.1Q-2018, table 8-5).
   */
  public int trafficClass() {
    return trafficClass(priority);
  }

  /** That of frames of a priority of 802.1p, 0 to 7. */
  public static int trafficClass(int priority) {
    return priority > 1 ? priority : 1 - priority;
  }

  /** The hardware address of the replica with the given zero-based offset. */
  public Mac mac(int offset) {
    return mac.plus(offset);
  }

  /** The addresses of the replica with the given zero-based offset. */
  public List<Ip> at(int offset) {
    return addresses.stream().map(a -> a.at(offset)).toList();
  }
}
