package org.vmn.tests.oracle;

/** A port of a packet on its way. */
sealed interface Port {
  /** Where it is one from {@code first} to {@code last}. */
  Headers between(Space space, int first, int last);

  /** As the sender wrote it. */
  record Sent(Word word) implements Port {
    @Override
    public Headers between(Space space, int first, int last) {
      return word.between(first, last);
    }
  }

  /** As a device wrote it. */
  record Written(int number) implements Port {
    @Override
    public Headers between(Space space, int first, int last) {
      return space.given(first <= number && number <= last);
    }
  }

  /** Where both are the same. */
  static Headers same(Space space, Port one, Port other) {
    if (one instanceof Written a) {
      return other.between(space, a.number, a.number);
    } else if (other instanceof Written b) {
      return one.between(space, b.number, b.number);
    } else if (one.equals(other)) {
      return space.all();
    }
    throw new IllegalArgumentException("nothing writes one port of a packet into the other");
  }
}
