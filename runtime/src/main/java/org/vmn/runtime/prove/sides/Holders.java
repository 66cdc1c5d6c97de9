package org.vmn.runtime.prove.sides;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vmn.runtime.network.Addresses;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Nic;
import org.vmn.runtime.value.Ip;
import org.vmn.runtime.value.IpRange;
import org.vmn.runtime.value.IpSet;

/** Which machines have addresses of a set, without looking at all machines. */
final class Holders {
  private final List<Block> blocks = new ArrayList<>();

  /** The highest address of all blocks up to each. */
  private final List<Ip> reach = new ArrayList<>();

  private record Block(IpRange range, Machine machine) {}

  Holders(Network network) {
    for (Machine machine : network.machines()) {
      for (Nic nic : machine.nics()) {
        for (Addresses addresses : nic.addresses()) {
          addresses.ranges().forEach(range -> blocks.add(new Block(range, machine)));
        }
      }
    }
    blocks.sort(Comparator.comparing(block -> block.range().first()));
    for (Block block : blocks) {
      Ip last = block.range().last();
      Ip before = reach.isEmpty() ? last : reach.get(reach.size() - 1);
      reach.add(before.compareTo(last) > 0 ? before : last);
    }
  }

  Collection<Machine> of(IpSet addresses) {
    Map<String, Machine> found = new LinkedHashMap<>();
    for (IpRange range : addresses.ranges()) {
      for (int i = beginning(range.last()) - 1;
          i >= 0 && reach.get(i).compareTo(range.first()) >= 0;
          i--) {
        if (blocks.get(i).range().overlaps(range)) {
          Machine machine = blocks.get(i).machine();
          found.put(machine.name(), machine);
        }
      }
    }
    return found.values();
  }

  /** How many blocks begin at an address or before. */
  private int beginning(Ip last) {
    int low = 0;
    int high = blocks.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (blocks.get(middle).range().first().compareTo(last) <= 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
