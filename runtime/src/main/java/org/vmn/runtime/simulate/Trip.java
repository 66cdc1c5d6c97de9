package org.vmn.runtime.simulate;

/**
 * The way of a request to its target and of the answer back.
 *
 * @param links in order
 * @param size bytes on each of them, headers included
 * @param packet bytes of the largest packet on each
 * @param turn how many lead there; the others lead back
 */
record Trip(int[] links, long[] size, long[] packet, int turn) {
  /** The position at which the target serves. */
  int station() {
    return turn;
  }

  /** The position at which the answer is there. */
  int answer() {
    return links.length + 1;
  }

  /** The place in the columns of a position before or after the station. */
  int hop(int position) {
    return position < turn ? position : position - 1;
  }
}
