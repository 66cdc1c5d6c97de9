package org.vmn.runtime.network;

import org.vmn.runtime.value.IpSet;

/** A part of an endpoint set. Groups and templates are resolved away. */
public sealed interface Member {

  /** Replicas {@code first} to {@code last} of a machine, zero-based, both included. */
  record Machines(String machine, int first, int last) implements Member {}

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
