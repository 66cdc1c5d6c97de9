package org.vmn.runtime.forward;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.network.Addresses;
import org.vmn.runtime.network.External;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Nic;
import org.vmn.runtime.value.Ip;
import org.vmn.runtime.value.IpRange;

/**
 * Who has an address on a segment. Folded: one entry for each block of addresses, found by binary
 * search.
 */
public final class Owners {
  private final Map<String, List<Block>> bySegment = new HashMap<>();
  private final Map<String, List<External>> externals = new HashMap<>();

  private record Block(IpRange range, Machine machine, Nic nic, Addresses addresses) {}

  Owners(Network network) {
    for (Machine machine : network.machines()) {
      for (Nic nic : machine.nics()) {
        List<Block> blocks = bySegment.computeIfAbsent(nic.segment(), s -> new ArrayList<>());
        for (Addresses addresses : nic.addresses()) {
          addresses
              .ranges()
              .forEach(range -> blocks.add(new Block(range, machine, nic, addresses)));
        }
      }
    }
    bySegment.values().forEach(blocks -> blocks.sort(Comparator.comparing(b -> b.range().first())));
    for (External external : network.externals()) {
      externals.computeIfAbsent(external.segment(), s -> new ArrayList<>()).add(external);
    }
  }

  /** The adapter on the segment with this address, or null. */
  public Place.@Nullable Adapter adapter(String segment, Ip ip) {
    List<Block> blocks = bySegment.getOrDefault(segment, List.of());
    int low = 0;
    int high = blocks.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      Block block = blocks.get(middle);
      if (block.range().contains(ip)) {
        return new Place.Adapter(block.machine(), block.addresses().offsetOf(ip), block.nic());
      }
      if (ip.compareTo(block.range().first()) < 0) {
        high = middle - 1;
      } else {
        low = middle + 1;
      }
    }
    return null;
  }

  /** The external on the segment, without a gateway in between, that has this address, or null. */
  public @Nullable External neighbour(String segment, Ip ip) {
    return externals(segment).stream()
        .filter(e -> e.gateways().isEmpty() && e.addresses().contains(ip))
        .findFirst()
        .orElse(null);
  }

  /** The externals on a segment. */
  public List<External> externals(String segment) {
    return externals.getOrDefault(segment, List.of());
  }
}
