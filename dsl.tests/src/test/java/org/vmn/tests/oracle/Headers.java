package org.vmn.tests.oracle;

import jdd.bdd.BDD;

/** A set of headers, as their packets were sent. Equal sets are equal values. */
record Headers(BDD bdd, int node) {
  Headers {
    // Never given back: a diagram lives as long as the questions about one small network.
    bdd.ref(node);
  }

  Headers and(Headers other) {
    return new Headers(bdd, bdd.and(node, other.node));
  }

  Headers or(Headers other) {
    return new Headers(bdd, bdd.or(node, other.node));
  }

  Headers minus(Headers other) {
    return and(other.not());
  }

  Headers not() {
    return new Headers(bdd, bdd.not(node));
  }

  /** Whatever the word is: the union over its values. */
  Headers whatever(Word word) {
    return new Headers(bdd, bdd.exists(node, word.cube()));
  }

  boolean isEmpty() {
    return node == bdd.getZero();
  }

  /** Whether a header is in it. */
  boolean contains(boolean[] bits) {
    int at = node;
    while (at > 1) {
      at = bits[bdd.getVar(at)] ? bdd.getHigh(at) : bdd.getLow(at);
    }
    return at == 1;
  }

  boolean overlaps(Headers other) {
    return !and(other).isEmpty();
  }
}
