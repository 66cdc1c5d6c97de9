package org.vmn.runtime.network;

import org.jspecify.annotations.Nullable;
import org.vmn.runtime.value.IpSet;

/** A part of an endpoint set. Groups and templates are resolved away. */
public sealed interface Member {

  /** Replicas {@code first} to {@code last} of a machine, zero-based, both included. */
  record Machines(String machine, int first, int last) implements Member {
    /** Written out: rules name the same machines a hundred thousand times. */
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Machines m
          && first == m.first
          && last == m.last
          && machine.equals(m.machine);
    }

    @Override
    public int hashCode() {
      return 31 * (31 * machine.hashCode() + first) + last;
    }
  }

  /** Every network adapter on a segment. */
  record OnSegment(String segment) implements Member {}

  /** Everything behind an external. */
  record Outside(String external) implements Member {}

  /** A balancer's virtual address. */
  record Virtual(String balancer) implements Member {}

  /** Addresses, whoever has them. */
  record Literal(IpSet addresses) implements Member {}

  /** Everything. */
  record Any() implements Member {}
}
