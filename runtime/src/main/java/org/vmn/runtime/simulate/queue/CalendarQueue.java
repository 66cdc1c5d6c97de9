package org.vmn.runtime.simulate.queue;

import java.util.Arrays;

/**
 * A priority queue as a calendar (Brown: Calendar queues, 1988): a ring of days, each with the
 * entries due that day of any year, in order. Entries are numbers that the owner gives out, from 0
 * and dense. Putting, moving and removing touch one or two days; taking looks at few, since the
 * length of a day follows the time between two entries taken, and the number of days that of
 * entries. Of entries due at the same time the one that was put first comes first.
 */
public final class CalendarQueue {
  /** No entry. */
  public static final int NONE = -1;

  /** The time of an empty queue. */
  public static final long NEVER = Long.MAX_VALUE;

  private static final int FEWEST_DAYS = 16;
  private static final int LONGEST_DAY = 56;

  /** As many days or entries looked at for each one taken ask for another calendar. */
  private static final int BEARABLE = 8;

  private long[] times = new long[FEWEST_DAYS];
  private int[] next = new int[FEWEST_DAYS];
  private int[] previous = new int[FEWEST_DAYS];

  /** The day of the ring that an entry is on, or {@link #NONE}. */
  private int[] days = filled(FEWEST_DAYS);

  private int[] heads = filled(FEWEST_DAYS);
  private int[] tails = filled(FEWEST_DAYS);
  private int shift = 20;
  private int size;
  private long today;
  private int soonest = NONE;

  // Since the calendar was last looked over: what was looked at, what was taken, and from when on.
  private long seen;
  private long taken;
  private long since;

  private static int[] filled(int length) {
    int[] filled = new int[length];
    Arrays.fill(filled, NONE);
    return filled;
  }

  public boolean isEmpty() {
    return size == 0;
  }

  public int size() {
    return size;
  }

  public boolean contains(int entry) {
    return entry < days.length && days[entry] != NONE;
  }

  /** When an entry that is in the queue is due. */
  public long time(int entry) {
    return times[entry];
  }

  /**
   * Adds an entry, or moves it to another time.
   *
   * @param time 0 or later, before {@link #NEVER}
   */
  public void put(int entry, long time) {
    if (time < 0 || time == NEVER) {
      throw new IllegalArgumentException("an entry at " + time);
    }
    if (entry >= days.length) {
      grow(entry);
    }
    if (days[entry] != NONE) {
      unlink(entry);
      if (entry == soonest) {
        soonest = NONE;
      }
    } else if (++size > 2 * heads.length) {
      arrange(2 * heads.length, shift);
    }
    times[entry] = time;
    link(entry);
    today = Math.min(today, time >>> shift);
    if (soonest != NONE && time < times[soonest]) {
      soonest = entry;
    }
  }

  /** Takes an entry out, if it is in. */
  public void remove(int entry) {
    if (!contains(entry)) {
      return;
    }
    unlink(entry);
    days[entry] = NONE;
    size--;
    if (entry == soonest) {
      soonest = NONE;
    }
  }

  /** When the next entry is due, or {@link #NEVER}. */
  public long time() {
    return size == 0 ? NEVER : times[soonest()];
  }

  /** Takes the next entry out; {@link #NONE} when there is none. */
  public int take() {
    if (size == 0) {
      return NONE;
    }
    int entry = soonest();
    remove(entry);
    taken++;
    if (taken > 256 + 4L * size || seen > BEARABLE * (taken + heads.length)) {
      tune(times[entry]);
    }
    return entry;
  }

  private int soonest() {
    if (soonest == NONE) {
      soonest = search();
    }
    return soonest;
  }

  /** Day by day, for one year; then whichever is first of all. */
  private int search() {
    int mask = heads.length - 1;
    for (int i = 0; i <= mask; i++, today++) {
      int first = heads[(int) today & mask];
      if (first != NONE && times[first] >>> shift == today) {
        seen += i + 1L;
        return first;
      }
    }
    int best = NONE;
    for (int first : heads) {
      if (first != NONE && (best == NONE || times[first] < times[best])) {
        best = first;
      }
    }
    seen += 2L * heads.length;
    today = times[best] >>> shift;
    return best;
  }

  /** Behind those of its day that are due before it or at the same time. */
  private void link(int entry) {
    long time = times[entry];
    int day = (int) (time >>> shift) & heads.length - 1;
    int after = NONE;
    int before = tails[day];
    while (before != NONE && times[before] > time) {
      after = before;
      before = previous[before];
      seen++;
    }
    days[entry] = day;
    previous[entry] = before;
    next[entry] = after;
    if (before == NONE) {
      heads[day] = entry;
    } else {
      next[before] = entry;
    }
    if (after == NONE) {
      tails[day] = entry;
    } else {
      previous[after] = entry;
    }
  }

  private void unlink(int entry) {
    int before = previous[entry];
    int after = next[entry];
    if (before == NONE) {
      heads[days[entry]] = after;
    } else {
      next[before] = after;
    }
    if (after == NONE) {
      tails[days[entry]] = before;
    } else {
      previous[after] = before;
    }
  }

  /** Days as long as the time between two entries taken, about, and twice as many as entries. */
  private void tune(long now) {
    long gap = (now - since) / taken;
    int length = Math.min(Long.SIZE - Long.numberOfLeadingZeros(gap), LONGEST_DAY);
    int count = Math.max(FEWEST_DAYS, Integer.highestOneBit(size + 1) << 1);
    boolean crowded = count > 2 * heads.length || 4 * count < heads.length;
    if (Math.abs(length - shift) > 1 || crowded) {
      arrange(count, length);
    }
    taken = 0;
    seen = 0;
    since = now;
  }

  private void arrange(int count, int length) {
    int[] old = heads;
    heads = filled(count);
    tails = filled(count);
    shift = length;
    today = Long.MAX_VALUE;
    for (int head : old) {
      for (int entry = head; entry != NONE; ) {
        int after = next[entry];
        link(entry);
        today = Math.min(today, times[entry] >>> shift);
        entry = after;
      }
    }
    today = today == Long.MAX_VALUE ? 0 : today;
  }

  private void grow(int entry) {
    int before = days.length;
    int length = Math.max(entry + 1, 2 * before);
    times = Arrays.copyOf(times, length);
    next = Arrays.copyOf(next, length);
    previous = Arrays.copyOf(previous, length);
    days = Arrays.copyOf(days, length);
    Arrays.fill(days, before, length, NONE);
  }
}
