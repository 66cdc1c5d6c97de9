package org.vmn.generator.elaborate;

import java.util.List;
import org.vmn.generator.elaborate.Placer.Guest;
import org.vmn.runtime.network.Placement;

/**
 * What was found for a machine.
 *
 * @param blocks of all of its replicas, or of the first ones where there was no room for more
 */
record Dealt(Guest guest, List<Placement.Block> blocks, Outcome outcome) {
  /** Why there are no more. */
  enum Outcome {
    PLACED,
    /** No host has room for a further one. */
    NO_ROOM,
    /** No host, or zone, has room for all. */
    NO_ROOM_TOGETHER,
    /** There are fewer hosts, or zones, than replicas that are to be apart. */
    TOO_FEW_DOMAINS
  }

  boolean isPlaced() {
    return outcome == Outcome.PLACED;
  }

  /** Whether it would be placed if hosts had more room. */
  boolean isShort() {
    return outcome == Outcome.NO_ROOM || outcome == Outcome.NO_ROOM_TOGETHER;
  }

  int placed() {
    return blocks.stream().mapToInt(Placement.Block::count).sum();
  }

  int missing() {
    return guest.count() - placed();
  }
}
