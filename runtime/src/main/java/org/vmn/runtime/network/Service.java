package org.vmn.runtime.network;

/** What takes requests. */
public sealed interface Service {

  /** A balancer, on its own port. */
  record AtBalancer(String balancer) implements Service {}

  /** A program on every replica of a machine that runs it, evenly. */
  record AtProgram(String machine, String program) implements Service {}
}
