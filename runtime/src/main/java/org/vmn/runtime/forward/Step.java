package org.vmn.runtime.forward;

import org.jspecify.annotations.Nullable;
import org.vmn.runtime.network.Origin;

/**
 * One thing that happens to a packet on its way.
 *
 * @param where the element that acts, such as {@code router edge}
 * @param what what it does, in words
 * @param packet the packet as it leaves this step
 * @param origin the source that decides it
 * @param cause why a packet is dropped; null unless it is
 */
public record Step(
    Kind kind, String where, String what, Packet packet, Origin origin, @Nullable Cause cause) {
  /** What sort of step: an emitter's oracle and a simulator look at this, people at the words. */
  public enum Kind {
    SEND,
    PERMIT,
    TRANSLATE,
    ROUTE,
    STEER,
    DELIVER,
    DROP
  }

  /** Why a packet is dropped. */
  public enum Cause {
    /** Its source isn't the sender's. */
    SPOOFED,
    /** A machine at one of its ends is quarantined. */
    QUARANTINE,
    /** The policy denies it, at the sending or at the receiving adapter. */
    POLICY,
    /** A firewall denies it. */
    FIREWALL,
    /** Its segment keeps its machines apart. */
    ISOLATION,
    /** Its segment has no router or gateway. */
    NO_GATEWAY,
    /** A router has no route for it. */
    NO_ROUTE,
    /** A route leads to an address where no router is. */
    NO_NEXT_HOP,
    /** It went around until its time to live was over. */
    LOOP,
    /** Nobody has the address, or nothing there takes the port. */
    NOBODY,
    /** No replica that could serve it, or pass it on, is up. */
    NO_MEMBER,
    /**
     * An answer to a connection that a stateful device hasn't seen, or that the client didn't open.
     */
    UNKNOWN_ANSWER,
    /** A physical failure, or missing wire, is between two hosts. */
    CUT_OFF,
    /** Its sender or receiver has failed. */
    DOWN
  }
}
