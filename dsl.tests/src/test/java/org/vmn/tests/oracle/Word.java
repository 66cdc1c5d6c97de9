package org.vmn.tests.oracle;

import java.math.BigInteger;
import java.util.List;
import jdd.bdd.BDD;

/** A field of a header: its bits as variables of the diagram, the most significant first. */
final class Word {
  private final BDD bdd;
  private final List<Integer> bits;
  private final int cube;

  Word(BDD bdd, List<Integer> bits) {
    this.bdd = bdd;
    this.bits = List.copyOf(bits);
    int all = bdd.getOne();
    for (int i = bits.size() - 1; i >= 0; i--) {
      all = bdd.ref(bdd.and(bits.get(i), all));
    }
    cube = all;
  }

  List<Integer> bits() {
    return bits;
  }

  /** All variables, as the diagram's quantifiers want them. */
  int cube() {
    return cube;
  }

  Headers is(BigInteger value) {
    return between(value, value);
  }

  Headers is(long value) {
    return is(BigInteger.valueOf(value));
  }

  Headers between(long low, long high) {
    return between(BigInteger.valueOf(low), BigInteger.valueOf(high));
  }

  /** From {@code low} to {@code high}, both included, as numbers without a sign. */
  Headers between(BigInteger low, BigInteger high) {
    return atLeast(low).and(atLeast(high.add(BigInteger.ONE)).not());
  }

  private Headers atLeast(BigInteger low) {
    if (low.bitLength() > bits.size()) {
      return new Headers(bdd, bdd.getZero());
    }
    Headers found = new Headers(bdd, bdd.getOne());
    for (int i = 0; i < bits.size(); i++) {
      Headers bit = bit(bits.size() - 1 - i);
      found = low.testBit(i) ? bit.and(found) : bit.or(found);
    }
    return found;
  }

  /** The first bits of an address, which are all there are in a shorter one. */
  Word first(int count) {
    return new Word(bdd, bits.subList(0, count));
  }

  Headers bit(int index) {
    return new Headers(bdd, bits.get(index));
  }
}
