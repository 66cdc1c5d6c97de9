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

  /** It has no more events: nobody will answer, and its client has yet to find out. */
  static final byte GONE = 1;

  /** Its client has given up; its events go on, since nobody else knows. */
  static final byte ABANDONED = 2;

  long[] sent = new long[1024];
  long[] tail = new long[1024];
  int[] stream = new int[1024];
  End[] client = new End[1024];
  int[] target = new int[1024];

  /** The target's end; stale where {@code target} is {@link Chooser#NOBODY}. */
  End[] server = new End[1024];

  Wires[] wires = new Wires[1024];
  byte[] position = new byte[1024];
  byte[] state = new byte[1024];
  Loss[] why = new Loss[1024];

  /** Changes when the row gets another request. */
  int[] ticket = new int[1024];

  /** The request behind it in a queue, or the next free row. */
  int[] next = new int[1024];

  private int free = NONE;
  private int rows;

  int add(long now, int ofStream, End from, int to) {
    int row = free;
    if (row == NONE) {
      row = rows++;
      grow();
    } else {
      free = next[row];
    }
    sent[row] = now;
    tail[row] = now;
    stream[row] = ofStream;
    client[row] = from;
    target[row] = to;
    position[row] = 0;
    state[row] = UNDER_WAY;
    why[row] = Loss.TIMEOUT;
    next[row] = NONE;
    return row;
  }

  void remove(int row) {
    ticket[row]++;
    next[row] = free;
    free = row;
  }

  private void grow() {
    if (rows > sent.length) {
      int length = 2 * sent.length;
      sent = Arrays.copyOf(sent, length);
      tail = Arrays.copyOf(tail, length);
      stream = Arrays.copyOf(stream, length);
      client = Arrays.copyOf(client, length);
      target = Arrays.copyOf(target, length);
      server = Arrays.copyOf(server, length);
      wires = Arrays.copyOf(wires, length);
      position = Arrays.copyOf(position, length);
      state = Arrays.copyOf(state, length);
      why = Arrays.copyOf(why, length);
      ticket = Arrays.copyOf(ticket, length);
      next = Arrays.copyOf(next, length);
    }
  }
}
