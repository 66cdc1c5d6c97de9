package org.vmn.runtime.forward;

import org.vmn.runtime.network.Origin;

/**
 * One thing that happens to a packet on its way.
 *
 * @param where the element that acts, such as {@code router edge}
 * @param what what it does, in words
 * @param packet the packet as it leaves this step
 * @param origin the source that decides it
 */
public record Step(Kind kind, String where, String what, Packet packet, Origin origin) {
  /** What sort of step: an emitter's oracle and a simulator look at this, people at the words. */
  public enum Kind {
    SEND,
    PERMIT,
    TRANSLATE,
    ROUTE,
    DELIVER,
    DROP
  }
}
