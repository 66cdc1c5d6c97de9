package org.vmn.runtime.simulate;

/**
 * Clients that wait for an answer, in the order in which they will give up. All wait equally long,
 * so a ring does.
 */
final class Patience {
  private long[] until = new long[1024];
  private int[] slots = new int[1024];
  private int[] tickets = new int[1024];
  private int head;
  private int size;

  /** When the next client gives up; {@link Long#MAX_VALUE} when none waits. */
  long next() {
    return size == 0 ? Long.MAX_VALUE : until[head];
  }

  int slot() {
    return slots[head];
  }

  /** Tells whether the slot still holds the request that this client waits for. */
  int ticket() {
    return tickets[head];
  }

  void drop() {
    head = head + 1 & until.length - 1;
    size--;
  }

  void add(long time, int slot, int ticket) {
    if (size == until.length) {
      grow();
    }
    int at = head + size & until.length - 1;
    until[at] = time;
    slots[at] = slot;
    tickets[at] = ticket;
    size++;
  }

  private void grow() {
    int length = until.length;
    long[] moreUntil = new long[2 * length];
    int[] moreSlots = new int[2 * length];
    int[] moreTickets = new int[2 * length];
    for (int i = 0; i < size; i++) {
      int from = head + i & length - 1;
      moreUntil[i] = until[from];
      moreSlots[i] = slots[from];
      moreTickets[i] = tickets[from];
    }
    until = moreUntil;
    slots = moreSlots;
    tickets = moreTickets;
    head = 0;
  }
}
