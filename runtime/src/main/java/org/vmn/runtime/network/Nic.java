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
  public Nic {
    addresses = List.copyOf(addresses);
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
