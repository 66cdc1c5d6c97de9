package org.vmn.runtime.simulate.fluid;

import java.util.Arrays;
import org.vmn.runtime.simulate.queue.CalendarQueue;

/**
 * Amounts of work that get done at fair shares: bytes over links, cycles of processors. Tells when
 * the next is done. Time is in nanoseconds and never goes back.
 */
public final class Activities {
  /** No activity. */
  public static final int NONE = CalendarQueue.NONE;

  private static final double NANOS = 1e9;

  /** As good as never, and still far from the end of the numbers. */
  private static final double LONGEST = 4e18;

  private final FairShare shares;
  private final CalendarQueue ends = new CalendarQueue();

  // By activity, which is a flow of the shares.
  private double[] left = {};
  private double[] rate = {};
  private long[] since = {};

  // By resource: what was done with it, and what is used since when.
  private double[] done = {};
  private double[] using = {};
  private long[] booked = {};
  private int[] touched = new int[16];
  private int touchedCount;
  private int[] settled = new int[16];
  private int settledCount;

  public Activities(FairShare shares) {
    this.shares = shares;
  }

  /** The shares, to read and to resize resources of. */
  public FairShare shares() {
    return shares;
  }

  /**
   * Begins an activity; see {@link FairShare#open}. {@link #settle} must follow before time goes
   * on.
   *
   * @param amount units to be done, above 0
   */
  public int begin(int[] way, int hops, double weight, double limit, double amount, long now) {
    int activity = shares.open(way, hops, weight, limit);
    if (activity >= left.length) {
      int length = Math.max(activity + 1, 2 * left.length);
      left = Arrays.copyOf(left, length);
      rate = Arrays.copyOf(rate, length);
      since = Arrays.copyOf(since, length);
    }
    left[activity] = amount;
    rate[activity] = 0;
    since[activity] = now;
    return activity;
  }

  /** Ends an activity before it is done; {@link #settle} must follow. */
  public void abandon(int activity) {
    ends.remove(activity);
    close(activity);
  }

  /** What is left of an activity. */
  public double left(int activity, long now) {
    return Math.max(0, left[activity] - rate[activity] * (now - since[activity]) / NANOS);
  }

  /** Finds rates and ends again, after activities or capacities changed. */
  public void settle(long now) {
    shares.settle();
    book(now);
    for (int i = 0; i < shares.changedCount(); i++) {
      int activity = shares.changed(i);
      left[activity] = left(activity, now);
      since[activity] = now;
      double units = shares.rate(activity);
      rate[activity] = units;
      double nanos = Math.ceil(left[activity] / units * NANOS);
      if (nanos < LONGEST) {
        ends.put(activity, now + (long) nanos);
      } else {
        ends.remove(activity);
      }
    }
  }

  /** When the next activity is done, or {@link CalendarQueue#NEVER}. */
  public long time() {
    return ends.time();
  }

  /**
   * Takes the activity that is done next away, and gives its number. {@link #settle} must follow;
   * before, others that are done at the same time may be taken.
   */
  public int finish() {
    int activity = ends.take();
    close(activity);
    return activity;
  }

  private void close(int activity) {
    for (int i = 0; i < shares.hops(activity); i++) {
      if (touchedCount == touched.length) {
        touched = Arrays.copyOf(touched, 2 * touchedCount);
      }
      touched[touchedCount++] = shares.hop(activity, i);
    }
    shares.close(activity);
  }

  private void book(long now) {
    settledCount = 0;
    for (int i = 0; i < touchedCount; i++) {
      book(touched[i], now);
    }
    touchedCount = 0;
    for (int i = 0; i < shares.touchedCount(); i++) {
      book(shares.touched(i), now);
    }
  }

  /** How many resources may be used otherwise since the last {@link #settle}; some count twice. */
  public int settledCount() {
    return settledCount;
  }

  /** Those resources, numbered from 0. */
  public int settled(int number) {
    return settled[number];
  }

  private void book(int resource, long now) {
    if (resource >= done.length) {
      int length = Math.max(resource + 1, 2 * done.length);
      done = Arrays.copyOf(done, length);
      using = Arrays.copyOf(using, length);
      booked = Arrays.copyOf(booked, length);
    }
    if (settledCount == settled.length) {
      settled = Arrays.copyOf(settled, 2 * settledCount);
    }
    settled[settledCount++] = resource;
    done[resource] += using[resource] * (now - booked[resource]) / NANOS;
    using[resource] = shares.used(resource);
    booked[resource] = now;
  }

  /** Units done with a resource so far. */
  public double done(int resource, long now) {
    return resource < done.length
        ? done[resource] + using[resource] * (now - booked[resource]) / NANOS
        : 0;
  }
}
