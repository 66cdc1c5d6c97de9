package org.vmn.runtime.simulate.queue;

import java.util.Arrays;

/**
 * A priority queue as a calendar (Brown: Calendar queues, 1988): a ring of days, each with the
 * entries due that day of any year. Entries are numbers that the owner gives out, from 0 and dense.
 * Putting, moving and removing touch one or two days; taking looks at few, since the length of a
 * day and the number of days follow what was seen. Of entries due at the same time the one that was
 * put first comes first.
 */
public final class CalendarQueue {
  /** No entry. */
  public static final int NONE = -1;

  /** The time of an empty queue. */
  public static final long NEVER = Long.MAX_VALUE;

  private static final int FEWEST_DAYS = 16;
  private static final int LONGEST_DAY = 56;

  /** A look at more than this many days or entries for each one taken makes another calendar. */
  private static final int BEARABLE = 4;

  private long[] times = new long[FEWEST_DAYS];
  private long[] turns = new long[FEWEST_DAYS];
  private int[] next = new int[FEWEST_DAYS];
  private int[] previous = new int[FEWEST_DAYS];

  /** The day of the ring that an entry is on, or {@link #NONE}. */
  private int[] days = filled(FEWEST_DAYS);

  private int[] heads = filled(FEWEST_DAYS);
  private int shift = 20;
  private int size;
  private long turn;
  private long today;
  private int soonest = NONE;

  private long daysSeen;
  private long entriesSeen;
  private long taken;

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
    turns[entry] = turn++;
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
    if (++taken > 256 + 4L * size) {
      tune();
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
      daysSeen++;
      int best = NONE;
      for (int entry = heads[(int) today & mask]; entry != NONE; entry = next[entry]) {
        entriesSeen++;
        if (times[entry] >>> shift == today && (best == NONE || isBefore(entry, best))) {
          best = entry;
        }
      }
      if (best != NONE) {
        return best;
      }
    }
    int best = NONE;
    for (int head : heads) {
      for (int entry = head; entry != NONE; entry = next[entry]) {
        if (best == NONE || isBefore(entry, best)) {
          best = entry;
        }
      }
    }
    daysSeen += heads.length;
    today = times[best] >>> shift;
    return best;
  }

  private boolean isBefore(int one, int other) {
    return times[one] < times[other] || times[one] == times[other] && turns[one] < turns[other];
  }

  private void link(int entry) {
    int day = (int) (times[entry] >>> shift) & heads.length - 1;
    int head = heads[day];
    days[entry] = day;
    next[entry] = head;
    previous[entry] = NONE;
    if (head != NONE) {
      previous[head] = entry;
    }
    heads[day] = entry;
  }

  private void unlink(int entry) {
    int before = previous[entry];
    int after = next[entry];
    if (before == NONE) {
      heads[days[entry]] = after;
    } else {
      next[before] = after;
    }
    if (after != NONE) {
      previous[after] = before;
    }
  }

  /** Longer days when most were empty, shorter ones when they were crowded. */
  private void tune() {
    int length = shift;
    if (daysSeen > BEARABLE * taken && daysSeen > entriesSeen) {
      length = Math.min(shift + 2, LONGEST_DAY);
    } else if (entriesSeen > BEARABLE * taken) {
      length = Math.max(shift - 2, 0);
    }
    int wanted = Math.max(FEWEST_DAYS, Integer.highestOneBit(size) << 1);
    if (length != shift || wanted * 4 <= heads.length) {
      arrange(Math.min(wanted, heads.length), length);
    }
    taken = 0;
    daysSeen = 0;
    entriesSeen = 0;
  }

  private void arrange(int count, int length) {
    int[] old = heads;
    heads = filled(count);
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
    turns = Arrays.copyOf(turns, length);
    next = Arrays.copyOf(next, length);
    previous = Arrays.copyOf(previous, length);
    days = Arrays.copyOf(days, length);
    Arrays.fill(days, before, length, NONE);
  }
}
