package org.vmn.runtime.simulate;

import java.util.Arrays;
import org.vmn.runtime.network.Element;
import org.vmn.runtime.network.Event;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.network.Placement;
import org.vmn.runtime.network.Scenario;

/** The replicas of one machine: where each is and when it fails. */
final class Fleet {
  private final Machine machine;
  private final int first;
  private final int[] hosts;
  private final long[] dies;

  /**
   * @param first the number of the first replica among all replicas of the network
   */
  Fleet(Machine machine, int first, Hosts all, Scenario scenario) {
    this.machine = machine;
    this.first = first;
    hosts = new int[machine.count()];
    dies = new long[machine.count()];
    Arrays.fill(dies, Long.MAX_VALUE);
    place(all);
    for (Event event : scenario.events()) {
      if (event instanceof Event.Fail fail
          && fail.element() instanceof Element.OfMachine of
          && of.machine().name().equals(machine.name())) {
        int offset = of.machine().offset();
        dies[offset] = Math.min(dies[offset], fail.atNanos());
      }
    }
  }

  /**
   * Block by block: {@link Placement#hostOf} for each replica would take the square of the blocks.
   */
  private void place(Hosts all) {
    int offset = 0;
    for (Placement.Block block : machine.placement().blocks()) {
      int[] turn = block.hosts().stream().mapToInt(all::number).toArray();
      for (int i = 0; i < block.count(); i++, offset++) {
        hosts[offset] = turn[i % turn.length];
        dies[offset] = all.dies(hosts[offset]);
      }
    }
  }

  Machine machine() {
    return machine;
  }

  /** A replica's number among all replicas of the network. */
  int number(int offset) {
    return first + offset;
  }

  /** The number of the host that carries a replica. */
  int host(int offset) {
    return hosts[offset];
  }

  /** When a replica fails, with its host or alone; {@link Long#MAX_VALUE} when it doesn't. */
  long dies(int offset) {
    return dies[offset];
  }
}
