package org.vmn.runtime.simulate;

import java.util.Arrays;

/**
 * The requests under way, in columns. A request is the number of its row, which another gets once
 * it is over.
 */
final class Requests {
  /** There is no such request. */
  static final int NONE = -1;

  /** Its events go on. */
  static final byte UNDER_WAY = 0;

  /** It has no more events: nobody will answer, and who asked has yet to find out. */
  static final byte GONE = 1;

  /** Who asked has given up; its events go on, since nobody else knows. */
  static final byte ABANDONED = 2;

  private static final int ROWS = 1024;

  long[] sent = new long[ROWS];
  long[] tail = new long[ROWS];
  Order[] order = new Order[ROWS];

  /** Of clients that wait for the answer before they ask again: which one; else {@link #NONE}. */
  int[] user = new int[ROWS];

  /** The request that asks it, or {@link #NONE}, and that one's ticket. */
  int[] parent = new int[ROWS];

  int[] parentTicket = new int[ROWS];
  End[] client = new End[ROWS];
  int[] target = new int[ROWS];

  /** The target's end, way and station; stale where {@code target} is {@link Chooser#NOBODY}. */
  End[] server = new End[ROWS];

  Trip[] trip = new Trip[ROWS];
  Station[] station = new Station[ROWS];
  int[] position = new int[ROWS];
  byte[] state = new byte[ROWS];
  Loss[] why = new Loss[ROWS];

  /** Whether the answer is an error. */
  boolean[] failed = new boolean[ROWS];

  // What it asks of others: which call of its program, how often still, and tries made.
  int[] call = new int[ROWS];
  int[] repeats = new int[ROWS];
  int[] tries = new int[ROWS];

  /** Whether it is followed: 1 more than how deep it is among requests for others, else 0. */
  byte[] traced = new byte[ROWS];

  /** Changes when the row gets another request. */
  int[] ticket = new int[ROWS];

  /** The request behind it in a queue, or the next free row. */
  int[] next = new int[ROWS];

  private boolean[] used = new boolean[ROWS];
  private int free = NONE;
  private int rows;

  int add(long now, Order from, End asks, int to) {
    int row = free;
    if (row == NONE) {
      row = rows++;
      grow();
    } else {
      free = next[row];
    }
    used[row] = true;
    sent[row] = now;
    tail[row] = now;
    order[row] = from;
    user[row] = NONE;
    parent[row] = NONE;
    client[row] = asks;
    target[row] = to;
    position[row] = 0;
    state[row] = UNDER_WAY;
    why[row] = Loss.TIMEOUT;
    failed[row] = false;
    call[row] = 0;
    repeats[row] = NONE;
    tries[row] = 0;
    traced[row] = 0;
    next[row] = NONE;
    return row;
  }

  int rows() {
    return rows;
  }

  /** Whether it waits, is in work or waits for others at a replica. */
  boolean isAt(int row, int replica, long now) {
    return used[row]
        && state[row] != GONE
        && target[row] != Chooser.NOBODY
        && server[row].replica() == replica
        && trip[row] != null
        && position[row] == trip[row].station()
        && tail[row] <= now;
  }

  void remove(int row) {
    ticket[row]++;
    used[row] = false;
    next[row] = free;
    free = row;
  }

  private void grow() {
    if (rows > sent.length) {
      int length = 2 * sent.length;
      used = Arrays.copyOf(used, length);
      sent = Arrays.copyOf(sent, length);
      tail = Arrays.copyOf(tail, length);
      order = Arrays.copyOf(order, length);
      user = Arrays.copyOf(user, length);
      parent = Arrays.copyOf(parent, length);
      parentTicket = Arrays.copyOf(parentTicket, length);
      client = Arrays.copyOf(client, length);
      target = Arrays.copyOf(target, length);
      server = Arrays.copyOf(server, length);
      trip = Arrays.copyOf(trip, length);
      station = Arrays.copyOf(station, length);
      position = Arrays.copyOf(position, length);
      state = Arrays.copyOf(state, length);
      why = Arrays.copyOf(why, length);
      failed = Arrays.copyOf(failed, length);
      call = Arrays.copyOf(call, length);
      repeats = Arrays.copyOf(repeats, length);
      tries = Arrays.copyOf(tries, length);
      traced = Arrays.copyOf(traced, length);
      ticket = Arrays.copyOf(ticket, length);
      next = Arrays.copyOf(next, length);
    }
  }
}
