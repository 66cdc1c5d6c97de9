package org.vmn.runtime.network;

import java.util.List;
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
 */
public record Nic(
    String name,
    String segment,
    Mac mac,
    List<Addresses> addresses,
    long bitsPerSecond,
    boolean spoof,
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
