package org.vmn.runtime.forward;

import org.vmn.runtime.network.External;
import org.vmn.runtime.network.Router;

/** A way off a segment: what a machine on it may use as its gateway. */
public sealed interface Exit {
  /** A router with a leg on the segment. */
  record ThroughRouter(Router router) implements Exit {}

  /** An external's own gateway on the segment. */
  record ToGateway(External external) implements Exit {}
}
