package org.vmn.runtime.simulate;

import java.util.Arrays;
import org.vmn.runtime.simulate.queue.CalendarQueue;

/** What is to be done at which time. */
final class Agenda {
  private final CalendarQueue queue = new CalendarQueue();
  private Task[] tasks = new Task[64];
  private int[] free = new int[64];
  private int freeCount;
  private int count;

  /** Something to be done. */
  interface Task {
    void at(long now);
  }

  void add(long time, Task task) {
    int entry = freeCount > 0 ? free[--freeCount] : count++;
    if (entry == tasks.length) {
      tasks = Arrays.copyOf(tasks, 2 * entry);
      free = Arrays.copyOf(free, 2 * entry);
    }
    tasks[entry] = task;
    queue.put(entry, time);
  }

  long time() {
    return queue.time();
  }

  void next() {
    long now = queue.time();
    int entry = queue.take();
    free[freeCount++] = entry;
    tasks[entry].at(now);
  }
}
