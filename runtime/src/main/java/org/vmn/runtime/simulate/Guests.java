package org.vmn.runtime.simulate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Placement;
import org.vmn.runtime.network.Ref;

/**
 * All replicas of all machines, numbered one by one, in columns: where each is and how it is. An
 * idle one costs eleven bytes.
 */
final class Guests {
  final int[] host;

  /** It failed by itself, not with its host. */
  private final boolean[] failed;

  /** It isn't running since it isn't needed, or boots. */
  private final boolean[] off;

  /** It is held for the last moment of a migration. */
  final boolean[] paused;

  final boolean[] quarantined;

  private final Site site;
  private final List<Machine> machines;
  private final int[] firsts;
  private final Map<String, Integer> first = new HashMap<>();

  Guests(Network network, Site site) {
    this.site = site;
    machines = network.machines();
    firsts = new int[machines.size()];
    int count = 0;
    for (int i = 0; i < firsts.length; i++) {
      firsts[i] = count;
      first.put(machines.get(i).name(), count);
      count += machines.get(i).count();
    }
    host = new int[count];
    failed = new boolean[count];
    off = new boolean[count];
    paused = new boolean[count];
    quarantined = new boolean[count];
    for (int i = 0; i < firsts.length; i++) {
      place(machines.get(i), firsts[i]);
    }
  }

  /** Block by block: {@link Placement#hostOf} for each would take the square of the blocks. */
  private void place(Machine machine, int from) {
    int number = from;
    for (Placement.Block block : machine.placement().blocks()) {
      int[] turn = block.hosts().stream().mapToInt(site.hosts::number).toArray();
      for (int i = 0; i < block.count(); i++, number++) {
        host[number] = turn[i % turn.length];
      }
    }
    if (machine.scale() != null) {
      for (int i = machine.scale().initial(); i < machine.count(); i++) {
        off[from + i] = true;
      }
    }
  }

  int count() {
    return host.length;
  }

  int first(String machine) {
    Integer number = first.get(machine);
    if (number == null) {
      throw new IllegalArgumentException("the network has no machine `" + machine + "`");
    }
    return number;
  }

  int number(Ref ref) {
    return first(ref.name()) + ref.offset();
  }

  Machine machine(int number) {
    return machines.get(index(number));
  }

  Ref ref(int number) {
    int index = index(number);
    return machines.get(index).ref(number - firsts[index]);
  }

  private int index(int number) {
    int low = 0;
    int high = firsts.length - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (firsts[middle] <= number) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  /** Whether it runs; also when it is paused or cut off. */
  boolean runs(int number) {
    return !failed[number] && !off[number] && site.isUp(host[number]);
  }

  boolean isOff(int number) {
    return off[number];
  }

  boolean hasFailed(int number) {
    return failed[number];
  }

  void setFailed(int number, boolean value) {
    failed[number] = value;
  }

  void setOff(int number, boolean value) {
    off[number] = value;
  }
}
