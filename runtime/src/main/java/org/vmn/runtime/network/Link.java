package org.vmn.runtime.network;

/**
 * A physical wire, the same in both directions. A network without links has one ideal fabric that
 * all uplinks meet in.
 *
 * @param name unique; made of its ends where the source gives none
 * @param bitsPerSecond speed in each direction, 0 when not stated
 * @param latencyNanos one way
 * @param loss fraction of packets lost in each direction, 0 to 1
 */
public record Link(
    String name, End a, End b, long bitsPerSecond, long latencyNanos, double loss, Origin origin) {

  /** What a wire is plugged into. */
  public sealed interface End {}

  /** A host's network interface. */
  public record Port(UplinkRef uplink) implements End {}

  /** A physical switch. */
  public record Device(Ref device) implements End {}
}
