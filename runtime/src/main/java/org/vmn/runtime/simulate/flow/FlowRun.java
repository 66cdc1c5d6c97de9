package org.vmn.runtime.simulate.flow;

import java.util.Arrays;
import org.vmn.runtime.simulate.fluid.Activities;
import org.vmn.runtime.simulate.fluid.FairShare;
import org.vmn.runtime.simulate.queue.CalendarQueue;

/** Runs transfers over a fabric, all sharing its links max-min fairly. */
public final class FlowRun {
  private final Transfers transfers;
  private final Transport transport;
  private final Activities activities;
  private final CalendarQueue wakes = new CalendarQueue();
  private final Ways ways;
  private final long[] done;

  /** By transfer: payload not yet sent, packets of the next window, and when the last was begun. */
  private final long[] unsent;

  private final int[] window;
  private final long[] begun;

  /** By transfer: how long the answer to a packet takes; 0 before it begins. */
  private final long[] roundTrip;

  /** By transfer: what its packets wait behind those of others that it found. */
  private final long[] wait;

  /** By transfer: whether its way is full, so that it sends as acknowledgements come. */
  private final boolean[] steady;

  /** By activity: the transfer. */
  private int[] owner = new int[64];

  private FlowRun(Fabric fabric, Transport transport, Transfers transfers) {
    this.transfers = transfers;
    this.transport = transport;
    double largest = Arrays.stream(fabric.bytesPerSecond()).max().orElse(1);
    FairShare shares = new FairShare(fabric.longest(), largest);
    for (double capacity : fabric.bytesPerSecond()) {
      shares.addResource(capacity);
    }
    activities = new Activities(shares);
    ways = new Ways(fabric, transport, shares);
    done = new long[transfers.count()];
    unsent = transfers.bytes().clone();
    boolean rounds = !transport.isFluid();
    window = new int[rounds ? transfers.count() : 0];
    begun = new long[rounds ? transfers.count() : 0];
    roundTrip = new long[rounds ? transfers.count() : 0];
    wait = new long[rounds ? transfers.count() : 0];
    steady = new boolean[rounds ? transfers.count() : 0];
    Arrays.fill(window, transport.window());
  }

  /**
   * Runs all transfers to their end.
   *
   * @return for each how long it took, in nanoseconds, from its start to its last byte's arrival
   */
  public static long[] run(Fabric fabric, Transport transport, Transfers transfers) {
    FlowRun run = new FlowRun(fabric, transport, transfers);
    run.go();
    return run.done;
  }

  private void go() {
    for (int i = 0; i < transfers.count(); i++) {
      wakes.put(i, transfers.startNanos()[i] + (transport.isFluid() ? way(i).latency() : 0));
    }
    while (true) {
      long now = Math.min(wakes.time(), activities.time());
      if (now == CalendarQueue.NEVER) {
        return;
      }
      while (wakes.time() == now) {
        wake(wakes.take(), now);
      }
      while (activities.time() == now) {
        sent(owner[activities.finish()], now);
      }
      activities.settle(now);
    }
  }

  private Ways way(int transfer) {
    return ways.find(transfers.source()[transfer], transfers.target()[transfer]);
  }

  private void wake(int transfer, long now) {
    if (transport.isFluid()) {
      send(transfer, unsent[transfer], now);
    } else if (roundTrip[transfer] == 0) {
      shakeHands(transfer, now);
    } else {
      round(transfer, now);
    }
  }

  private void shakeHands(int transfer, long now) {
    Ways way = way(transfer);
    long back = ways.back(transfers.source()[transfer], transfers.target()[transfer]);
    wait[transfer] = way.queue();
    long there = way.latency() + wait[transfer];
    roundTrip[transfer] = Math.max(1, there + way.forward(unsent[transfer]) + back);
    wakes.put(transfer, now + there + back);
  }

  private void round(int transfer, long now) {
    begun[transfer] = now;
    long most = (long) window[transfer] * transport.segmentBytes();
    send(transfer, Math.min(unsent[transfer], most), now);
    window[transfer] = Math.min(2 * window[transfer], 1 << 24);
  }

  private void send(int transfer, long payload, long now) {
    unsent[transfer] -= payload;
    Ways way = way(transfer);
    int activity =
        activities.begin(
            way.links(), way.length(), 1, FairShare.NO_LIMIT, transport.wire(payload), now);
    if (activity >= owner.length) {
      owner = Arrays.copyOf(owner, Math.max(activity + 1, 2 * owner.length));
    }
    owner[activity] = transfer;
  }

  private void sent(int transfer, long now) {
    if (unsent[transfer] > 0) {
      long answer = begun[transfer] + roundTrip[transfer];
      if (answer > now) {
        wakes.put(transfer, answer);
      } else {
        way(transfer).steady(1);
        steady[transfer] = true;
        send(transfer, unsent[transfer], now);
      }
      return;
    }
    long last = now;
    if (!transport.isFluid()) {
      Ways way = way(transfer);
      if (steady[transfer]) {
        way.steady(-1);
      }
      last += way.latency() + way.forward(transfers.bytes()[transfer]) + wait[transfer];
    }
    done[transfer] = last - transfers.startNanos()[transfer];
  }
}
