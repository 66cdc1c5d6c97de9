package org.vmn.runtime.prove.rows;

import java.util.Arrays;

/** A row of bits to work on; {@link #bits} takes a copy. */
public final class Scratch {
  private final long[] words;

  /**
   * @param bits numbers go from 0 to {@code bits - 1}
   */
  public Scratch(int bits) {
    words = new long[(bits + 63) >> 6];
  }

  public Scratch clear() {
    Arrays.fill(words, 0);
    return this;
  }

  public Scratch set(int bit) {
    words[bit >> 6] |= 1L << bit;
    return this;
  }

  public Scratch or(Bits bits) {
    long[] from = bits.words;
    if (bits.at == null) {
      for (int i = 0; i < from.length; i++) {
        words[i] |= from[i];
      }
    } else {
      for (int i = 0; i < from.length; i++) {
        words[bits.at[i]] |= from[i];
      }
    }
    return this;
  }

  /** Adds what is in both. */
  Scratch orBoth(Scratch one, Bits other) {
    for (int i = 0; i < other.words.length; i++) {
      int position = other.position(i);
      words[position] |= one.words[position] & other.words[i];
    }
    return this;
  }

  public Scratch minus(Bits bits) {
    for (int i = 0; i < bits.words.length; i++) {
      int position = bits.position(i);
      if (position < words.length) {
        words[position] &= ~bits.words[i];
      }
    }
    return this;
  }

  public Scratch and(Bits bits) {
    if (bits.at == null) {
      for (int i = 0; i < words.length; i++) {
        words[i] &= i < bits.words.length ? bits.words[i] : 0;
      }
      return this;
    }
    int next = 0;
    for (int i = 0; i < bits.at.length && bits.at[i] < words.length; i++) {
      Arrays.fill(words, next, bits.at[i], 0);
      words[bits.at[i]] &= bits.words[i];
      next = bits.at[i] + 1;
    }
    Arrays.fill(words, next, words.length, 0);
    return this;
  }

  public boolean isEmpty() {
    for (long word : words) {
      if (word != 0) {
        return false;
      }
    }
    return true;
  }

  public Bits bits() {
    return Bits.of(words, words.length);
  }
}
