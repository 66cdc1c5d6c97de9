package org.vmn.tests.simulate;

import java.util.Arrays;
import org.vmn.runtime.simulate.fluid.Activities;
import org.vmn.runtime.simulate.fluid.FairShare;
import org.vmn.runtime.simulate.queue.CalendarQueue;

/**
 * The reference workload W3: hosts of 32 processors on a star of 10 Gbit/s, machines of two, tasks
 * of one; at 300 s the machines of a tenth of the hosts move away, all at the same moment.
 * Processors and wires are resources of one solver.
 */
public final class DataCentre {
  private static final long SECOND = 1_000_000_000L;
  private static final double MIPS = 1000;
  private static final double WIRE = 10e9 / 8;
  private static final double MEMORY = 4e9;
  private static final long DRAIN = 300 * SECOND;

  private final int hosts;
  private final int machines;
  private final long[] start;
  private final double[] length;
  private final Activities activities = new Activities(new FairShare(2, WIRE));
  private final CalendarQueue starts = new CalendarQueue();
  private final int[] hostOf;
  private final long[] took;
  private final long[] moved;

  /** By activity: the task, or below 0 the machine that moves. */
  private int[] owner = new int[1024];

  /** By task: its activity while it runs, else below 0. */
  private final int[] running;

  /**
   * @param tenths of the workload's size: 10 for 1,000 hosts, 10,000 machines, 100,000 tasks
   */
  public DataCentre(int tenths) {
    hosts = 100 * tenths;
    machines = 10 * hosts;
    int tasks = 10 * machines;
    start = new long[tasks];
    length = new double[tasks];
    SplitMix random = new SplitMix(5);
    for (int i = 0; i < tasks; i++) {
      start[i] = Math.round(600 * random.fraction() * SECOND);
      length[i] = 10_000 + 90_000 * random.fraction();
    }
    took = new long[tasks];
    running = new int[tasks];
    Arrays.fill(running, -1);
    hostOf = new int[machines];
    moved = new long[machines];
    for (int host = 0; host < hosts; host++) {
      activities.shares().addResource(32 * MIPS);
    }
    for (int machine = 0; machine < machines; machine++) {
      hostOf[machine] = machine % hosts;
      activities.shares().addResource(2 * MIPS);
    }
    for (int wire = 0; wire < 2 * hosts; wire++) {
      activities.shares().addResource(WIRE);
    }
  }

  /** When each task begins, in seconds. */
  public double startSeconds(int task) {
    return (double) start[task] / SECOND;
  }

  /** Millions of instructions of each task. */
  public double length(int task) {
    return length[task];
  }

  public int tasks() {
    return start.length;
  }

  /** How long each task took, in nanoseconds. */
  public long[] took() {
    return took;
  }

  /** How long each machine's move took, in nanoseconds; 0 for those that stayed. */
  public long[] moved() {
    return moved;
  }

  /** Runs it to its end. */
  public void run() {
    for (int task = 0; task < start.length; task++) {
      starts.put(task, start[task]);
    }
    starts.put(start.length, DRAIN);
    while (true) {
      long now = Math.min(starts.time(), activities.time());
      if (now == CalendarQueue.NEVER) {
        return;
      }
      while (starts.time() == now) {
        int task = starts.take();
        if (task == start.length) {
          drain(now);
        } else {
          compute(task, length[task], now);
        }
      }
      while (activities.time() == now) {
        done(owner[activities.finish()], now);
      }
      activities.settle(now);
    }
  }

  private void compute(int task, double left, long now) {
    int machine = task % machines;
    int[] way = {hostOf[machine], hosts + machine};
    running[task] = begin(way, MIPS, left, task, now);
  }

  private int begin(int[] way, double limit, double amount, int of, long now) {
    int activity = activities.begin(way, 2, 1, limit, amount, now);
    if (activity >= owner.length) {
      owner = Arrays.copyOf(owner, 2 * activity);
    }
    owner[activity] = of;
    return activity;
  }

  private void drain(long now) {
    int tenth = hosts / 10;
    for (int machine = 0; machine < machines; machine++) {
      int from = machine % hosts;
      if (from < tenth) {
        int to = from + tenth * (machine / hosts % 9 + 1);
        int[] way = {hosts + machines + 2 * from, hosts + machines + 2 * to + 1};
        begin(way, FairShare.NO_LIMIT, MEMORY, -1 - machine, now);
      }
    }
  }

  private void done(int of, long now) {
    if (of >= 0) {
      took[of] = now - start[of];
      running[of] = -1;
    } else {
      arrive(-1 - of, now);
    }
  }

  /** A machine is on its new host; what it computes goes on there. */
  private void arrive(int machine, long now) {
    moved[machine] = now - DRAIN;
    hostOf[machine] += hosts / 10 * (machine / hosts % 9 + 1);
    for (int task = machine; task < start.length; task += machines) {
      if (running[task] >= 0) {
        double left = activities.left(running[task], now);
        activities.abandon(running[task]);
        compute(task, left, now);
      }
    }
  }
}
