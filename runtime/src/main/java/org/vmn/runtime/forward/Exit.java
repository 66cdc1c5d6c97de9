package org.vmn.runtime.forward;

import org.vmn.runtime.network.External;
import org.vmn.runtime.network.Router;

/** A way off a segment: what a machine on it may use as its gateway. */
public sealed interface Exit {
  /**
   * Instead of the number of an exit: the one that is used when nobody has other plans. A guest
   * takes its gateway, the first; what is outside takes any router that knows the way.
   */
  int USUAL = -1;

  /** A router with a leg on the segment. */
  record ThroughRouter(Router router) implements Exit {}

  /** An external's own gateway on the segment. */
  record ToGateway(External external) implements Exit {}
}
