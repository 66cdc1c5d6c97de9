package org.vmn.tests.oracle;

import org.vmn.runtime.value.Ip;
import org.vmn.runtime.value.IpSet;

/** An address of a packet on its way. */
sealed interface Address {
  /** Where it is one of these. */
  Headers in(Space space, IpSet addresses);

  /** As the sender wrote it. */
  record Sent(Word word) implements Address {
    @Override
    public Headers in(Space space, IpSet addresses) {
      return space.in(word, addresses);
    }
  }

  /** As a device wrote it. */
  record Written(Ip ip) implements Address {
    @Override
    public Headers in(Space space, IpSet addresses) {
      return space.given(addresses.contains(ip));
    }
  }

  /** Where both are the same. */
  static Headers same(Space space, Address one, Address other) {
    if (one instanceof Written a) {
      return other.in(space, IpSet.of(a.ip));
    } else if (other instanceof Written b) {
      return one.in(space, IpSet.of(b.ip));
    } else if (one.equals(other)) {
      return space.all();
    }
    throw new IllegalArgumentException("nothing writes one address of a packet into the other");
  }
}
