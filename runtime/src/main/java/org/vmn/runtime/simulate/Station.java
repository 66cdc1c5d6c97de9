package org.vmn.runtime.simulate;

import org.vmn.runtime.network.Program;

/**
 * A program on one replica: some requests in work at a time, and one queue, first come first
 * served.
 */
final class Station {
  final Processor processor;
  final Program program;
  final Ledger ledger;
  final long demandNanos;
  private final Requests requests;
  private final int slots;
  private final int room;
  private int working;
  private int head = Requests.NONE;
  private int tail = Requests.NONE;
  private int waiting;

  /**
   * @param slots how many may be in work
   * @param room how many may wait
   */
  Station(
      Processor processor,
      Program program,
      Ledger ledger,
      long demandNanos,
      int slots,
      int room,
      Requests requests) {
    this.processor = processor;
    this.program = program;
    this.ledger = ledger;
    this.demandNanos = demandNanos;
    this.slots = slots;
    this.room = room;
    this.requests = requests;
  }

  /** What happens to a request that comes to a station. */
  enum Taken {
    STARTS,
    WAITS,
    REFUSED
  }

  /**
   * @param held whether nothing may start, since the machine is paused
   */
  Taken take(int request, boolean held, long now) {
    if (working < slots && !held) {
      working++;
      return Taken.STARTS;
    }
    if (waiting >= room) {
      return Taken.REFUSED;
    }
    if (tail == Requests.NONE) {
      head = request;
    } else {
      requests.next[tail] = request;
    }
    tail = request;
    waiting++;
    ledger.waiting(1, now);
    return Taken.WAITS;
  }

  /** A request leaves. */
  void leave() {
    working--;
  }

  /** Takes the first of those who wait, if it may start; else {@link Requests#NONE}. */
  int start(long now) {
    if (working == slots || head == Requests.NONE) {
      return Requests.NONE;
    }
    working++;
    return poll(now);
  }

  /** Takes the first of those who wait, or {@link Requests#NONE}. */
  int poll(long now) {
    int first = head;
    if (first != Requests.NONE) {
      head = requests.next[first];
      tail = head == Requests.NONE ? Requests.NONE : tail;
      waiting--;
      ledger.waiting(-1, now);
      requests.next[first] = Requests.NONE;
    }
    return first;
  }

  /** Its machine died: nobody is in work any more. Those who wait are to be taken out first. */
  void clear() {
    working = 0;
  }
}
