package org.vmn.runtime.prove.atoms;

import java.util.Arrays;

/** Numbers pairs of numbers in the order of their first appearance: open addressing, no boxes. */
final class Pairs {
  private long[] keys;
  private int[] numbers;
  private int size;

  /**
   * @param expected how many pairs, about
   */
  Pairs(int expected) {
    int capacity = Integer.highestOneBit(Math.max(16, expected)) * 4;
    keys = new long[capacity];
    numbers = empty(capacity);
  }

  private static int[] empty(int capacity) {
    int[] numbers = new int[capacity];
    Arrays.fill(numbers, -1);
    return numbers;
  }

  int size() {
    return size;
  }

  /** The number of a pair, a new one when it wasn't there. */
  int number(int a, int b) {
    long key = (long) a << 32 | b & 0xffff_ffffL;
    int slot = slot(key);
    if (numbers[slot] < 0) {
      keys[slot] = key;
      numbers[slot] = size++;
      if (2 * size > keys.length) {
        int number = numbers[slot];
        grow();
        return number;
      }
    }
    return numbers[slot];
  }

  private int slot(long key) {
    long mixed = key * 0x9e37_79b9_7f4a_7c15L;
    int mask = keys.length - 1;
    int slot = (int) (mixed >>> 32) & mask;
    while (numbers[slot] >= 0 && keys[slot] != key) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldNumbers = numbers;
    keys = new long[2 * oldKeys.length];
    numbers = empty(keys.length);
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldNumbers[i] >= 0) {
        int slot = slot(oldKeys[i]);
        keys[slot] = oldKeys[i];
        numbers[slot] = oldNumbers[i];
      }
    }
  }
}
