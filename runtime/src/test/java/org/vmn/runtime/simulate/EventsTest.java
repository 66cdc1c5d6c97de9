package org.vmn.runtime.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/** The queues of the engine against those of the library. */
class EventsTest {
  @Property(tries = 200)
  void takesTheSoonest(@ForAll @Size(max = 3000) List<@LongRange(min = -1, max = 500) Long> work) {
    Events events = new Events();
    PriorityQueue<Long> expected = new PriorityQueue<>();
    for (long time : work) {
      if (time >= 0) {
        events.add(time, (int) time);
        expected.add(time);
      } else if (!expected.isEmpty()) {
        assertEquals(expected.peek(), events.time());
        assertEquals(expected.remove().intValue(), events.take());
      }
    }
    while (!expected.isEmpty()) {
      assertEquals(expected.remove().intValue(), events.take());
    }
    assertTrue(events.isEmpty());
  }

  @Property(tries = 50)
  void keepsOrder(@ForAll @Size(max = 5000) List<@IntRange(min = -1, max = 50) Integer> work) {
    Patience patience = new Patience();
    Deque<Integer> expected = new ArrayDeque<>();
    for (int slot : work) {
      if (slot >= 0) {
        patience.add(slot, slot, 2 * slot);
        expected.add(slot);
      } else if (!expected.isEmpty()) {
        int first = expected.remove();
        assertEquals(
            List.of(first, first, 2 * first),
            List.of((int) patience.next(), patience.slot(), patience.ticket()));
        patience.drop();
      }
    }
    assertEquals(expected.isEmpty(), patience.next() == Long.MAX_VALUE);
  }

  @Property(tries = 200)
  void leastConnectionsChoosesTheLeast(
      @ForAll @IntRange(min = 1, max = 20) int targets,
      @ForAll List<@IntRange(max = 60) Integer> work) {
    LeastConnections chooser = new LeastConnections(targets);
    List<Integer> open = new ArrayList<>();
    for (int i = 0; i < targets; i++) {
      open.add(0);
    }
    for (int action : work) {
      int target = action % targets;
      if (action >= 50) {
        chooser.down(target);
        open.set(target, Integer.MAX_VALUE);
      } else if (action >= 25 && open.get(target) > 0 && open.get(target) < Integer.MAX_VALUE) {
        chooser.released(target);
        open.set(target, open.get(target) - 1);
      }
      int least = open.stream().min(Integer::compare).orElseThrow();
      int chosen = chooser.choose(0);
      assertEquals(least == Integer.MAX_VALUE, chosen == Chooser.NOBODY);
      if (chosen != Chooser.NOBODY) {
        assertEquals(least, open.get(chosen));
        chooser.taken(chosen);
        open.set(chosen, open.get(chosen) + 1);
      }
    }
  }
}
