package org.vmn.runtime.simulate.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class CalendarQueueTest {
  private record Entry(long time, long turn, int number) {}

  private static final Comparator<Entry> ORDER =
      Comparator.comparingLong(Entry::time).thenComparingLong(Entry::turn);

  /** Against a sorted set: puts, moves, removes and takes, of times dense and sparse. */
  @Property(tries = 200, seed = "1")
  void agreesWithASortedSet(
      @ForAll long seed, @ForAll @LongRange(min = 1, max = 1L << 50) long gap) {
    Random random = new Random(seed);
    CalendarQueue queue = new CalendarQueue();
    TreeSet<Entry> sorted = new TreeSet<>(ORDER);
    List<Entry> byNumber = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      byNumber.add(new Entry(-1, 0, i));
    }
    long now = 0;
    for (int step = 0; step < 3000; step++) {
      int number = random.nextInt(byNumber.size());
      Entry known = byNumber.get(number);
      switch (random.nextInt(5)) {
        case 0, 1, 2 -> {
          long ahead = random.nextInt(4) == 0 ? random.nextLong(gap * 1000) : random.nextLong(gap);
          Entry entry = new Entry(now + ahead / (1 + random.nextInt(50)), step, number);
          sorted.remove(known);
          sorted.add(entry);
          byNumber.set(number, entry);
          queue.put(number, entry.time());
        }
        case 3 -> {
          sorted.remove(known);
          byNumber.set(number, new Entry(-1, 0, number));
          queue.remove(number);
        }
        default -> {
          assertEquals(
              sorted.isEmpty() ? CalendarQueue.NEVER : sorted.first().time(), queue.time());
          Entry first = sorted.pollFirst();
          assertEquals(first == null ? CalendarQueue.NONE : first.number(), queue.take());
          if (first != null) {
            now = first.time();
            byNumber.set(first.number(), new Entry(-1, 0, first.number()));
          }
        }
      }
      assertEquals(sorted.size(), queue.size());
      assertEquals(byNumber.get(number).time() >= 0, queue.contains(number));
    }
    while (!sorted.isEmpty()) {
      assertEquals(sorted.pollFirst().number(), queue.take());
    }
    assertTrue(queue.isEmpty());
  }

  @Test
  void whatIsDueAtTheSameTimeComesInTheOrderInWhichItWasPut() {
    CalendarQueue queue = new CalendarQueue();
    queue.put(7, 5);
    queue.put(3, 5);
    queue.put(9, 5);
    queue.put(7, 5);
    assertEquals(3, queue.take());
    assertEquals(9, queue.take());
    assertEquals(7, queue.take());
    assertEquals(CalendarQueue.NONE, queue.take());
  }

  @Test
  void takesWhatComesBeforeWhatWasLookedAt() {
    CalendarQueue queue = new CalendarQueue();
    queue.put(0, 1L << 60);
    assertEquals(1L << 60, queue.time());
    queue.put(1, 3);
    assertEquals(3, queue.time());
    assertEquals(1, queue.take());
    assertEquals(0, queue.take());
  }

  @Test
  void refusesTimesThatItCouldNotTellFromNone() {
    CalendarQueue queue = new CalendarQueue();
    assertThrows(IllegalArgumentException.class, () -> queue.put(0, -1));
    assertThrows(IllegalArgumentException.class, () -> queue.put(0, CalendarQueue.NEVER));
    assertFalse(queue.contains(0));
    queue.remove(0);
    assertEquals(0, queue.size());
  }
}
