package org.vmn.runtime.prove.rows;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * An immutable set of small numbers. Dense sets are words in a row; sparse ones keep only the words
 * that aren't zero, so that a set costs what it holds where there are as many sets as numbers.
 */
public final class Bits {
  public static final Bits NONE = new Bits(new long[0], new int[0]);

  final long[] words;

  /** Ascending positions of {@link #words} in a dense row, or null when they are in place. */
  final int @Nullable [] at;

  private Bits(long[] words, int @Nullable [] at) {
    this.words = words;
    this.at = at;
  }

  /** Takes the words over, in the form that is smaller. */
  static Bits of(long[] dense, int length) {
    int used = 0;
    for (int i = 0; i < length; i++) {
      used += dense[i] == 0 ? 0 : 1;
    }
    if (used == 0) {
      return NONE;
    }
    if (2 * used >= length) {
      return new Bits(Arrays.copyOf(dense, length), null);
    }
    long[] words = new long[used];
    int[] at = new int[used];
    for (int i = 0, n = 0; n < used; i++) {
      if (dense[i] != 0) {
        words[n] = dense[i];
        at[n++] = i;
      }
    }
    return new Bits(words, at);
  }

  /** Bytes that this set holds, about. */
  public long bytes() {
    return 48 + 12L * words.length;
  }

  /** Whether both are one object, which saves work. */
  @SuppressWarnings(
      "ReferenceEquality") // Equal sets that aren't one object cost, and harm nothing.
  static boolean same(Bits one, Bits other) {
    return one == other;
  }

  /** One more than the greatest number, rounded up to a multiple of 64. */
  public int size() {
    return 64 * length();
  }

  public boolean isEmpty() {
    return words.length == 0;
  }

  long word(int position) {
    if (at == null) {
      return position < words.length ? words[position] : 0;
    }
    int found = Arrays.binarySearch(at, position);
    return found < 0 ? 0 : words[found];
  }

  public boolean contains(int bit) {
    return (word(bit >> 6) >>> bit & 1) != 0;
  }

  public boolean intersects(Bits other) {
    return firstCommon(other) >= 0;
  }

  /** The least number that is in both, or -1. */
  public int firstCommon(Bits other) {
    if (at == null && other.at == null) {
      int n = Math.min(words.length, other.words.length);
      for (int i = 0; i < n; i++) {
        long both = words[i] & other.words[i];
        if (both != 0) {
          return (i << 6) + Long.numberOfTrailingZeros(both);
        }
      }
      return -1;
    }
    boolean small = at != null && (other.at == null || words.length <= other.words.length);
    return small ? scan(other) : other.scan(this);
  }

  private int scan(Bits other) {
    for (int i = 0; i < words.length; i++) {
      int position = position(i);
      long both = words[i] & other.word(position);
      if (both != 0) {
        return (position << 6) + Long.numberOfTrailingZeros(both);
      }
    }
    return -1;
  }

  int position(int i) {
    return at == null ? i : at[i];
  }

  /** The least number that is here and not there, or -1. */
  public int firstMissing(Bits there) {
    if (at == null && there.at == null) {
      for (int i = 0; i < words.length; i++) {
        long left = words[i] & ~(i < there.words.length ? there.words[i] : 0);
        if (left != 0) {
          return (i << 6) + Long.numberOfTrailingZeros(left);
        }
      }
      return -1;
    }
    for (int i = 0; i < words.length; i++) {
      int position = position(i);
      long left = words[i] & ~there.word(position);
      if (left != 0) {
        return (position << 6) + Long.numberOfTrailingZeros(left);
      }
    }
    return -1;
  }

  /** The least number here from {@code from} on, or -1. */
  public int next(int from) {
    int i = from >> 6;
    if (at != null) {
      int found = Arrays.binarySearch(at, i);
      i = found < 0 ? -found - 1 : found;
    }
    for (; i < words.length; i++) {
      int position = position(i);
      long word = position == from >> 6 ? words[i] & -1L << from : words[i];
      if (word != 0) {
        return (position << 6) + Long.numberOfTrailingZeros(word);
      }
    }
    return -1;
  }

  public Bits and(Bits other) {
    if (same(this, other)) {
      return this;
    }
    if (at == null && other.at != null) {
      return other.and(this);
    }
    return isWithin(other) ? this : new Scratch(64 * length()).or(this).and(other).bits();
  }

  private boolean isWithin(Bits other) {
    return firstMissing(other) < 0;
  }

  public Bits minus(Bits other) {
    return isEmpty() || other.isEmpty()
        ? this
        : new Scratch(64 * length()).or(this).minus(other).bits();
  }

  public Bits or(Bits other) {
    if (isEmpty() || same(this, other)) {
      return other;
    }
    return other.isEmpty()
        ? this
        : new Scratch(64 * Math.max(length(), other.length())).or(this).or(other).bits();
  }

  /** Words that a dense row of this set needs. */
  private int length() {
    return at == null ? words.length : at.length == 0 ? 0 : at[at.length - 1] + 1;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bits b && firstMissing(b) < 0 && b.firstMissing(this) < 0;
  }

  @Override
  public int hashCode() {
    int hash = 0;
    for (int i = 0; i < words.length; i++) {
      hash += words[i] == 0 ? 0 : (position(i) + 1) * Long.hashCode(words[i]);
    }
    return hash;
  }
}
