package org.vmn.tests.oracle;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * All packets that start in one place, followed together. Where something is chosen, every choice
 * is followed: a packet may be in several places.
 */
final class Run {
  /** Each router passes a packet on no more often than its time to live allows. */
  private static final int MOST_STAGES = 4 * 64;

  private final Map<Stage, Headers> delivered = new LinkedHashMap<>();
  private final Map<Memory, Headers> completed = new LinkedHashMap<>();
  private final Map<Memory, Headers> lost = new LinkedHashMap<>();
  private Map<Stage, Headers> next = new LinkedHashMap<>();
  private boolean circles;

  /** Follows packets to their ends. */
  void follow(Device device) {
    for (int i = 0; i < MOST_STAGES && !next.isEmpty(); i++) {
      Map<Stage, Headers> here = next;
      next = new LinkedHashMap<>();
      here.forEach((stage, packets) -> device.pass(stage, packets, this));
    }
    // What is still on its way goes around for ever.
    circles = !next.isEmpty();
    next.forEach((stage, packets) -> lose(stage.memory(), packets));
  }

  void to(Stage stage, Headers packets) {
    if (packets.isEmpty()) {
      return;
    }
    if (stage instanceof Stage.Delivered) {
      delivered.merge(stage, packets, Headers::or);
    }
    next.merge(stage, packets, Headers::or);
  }

  void complete(Memory memory, Headers packets) {
    add(completed, memory, packets);
  }

  void lose(Memory memory, Headers packets) {
    add(lost, memory, packets);
  }

  private static void add(Map<Memory, Headers> to, Memory memory, Headers packets) {
    if (!packets.isEmpty()) {
      to.merge(memory, packets, Headers::or);
    }
  }

  /** Whether some packet or answer never arrives and is never dropped. */
  boolean circles() {
    return circles;
  }

  Map<Stage, Headers> delivered() {
    return delivered;
  }

  Map<Memory, Headers> completed() {
    return completed;
  }

  Map<Memory, Headers> lost() {
    return lost;
  }
}
