package org.vmn.runtime.simulate.flow;

/**
 * What a transport protocol adds to the payload.
 *
 * @param segmentBytes payload of a full packet; 0 when there are no packets, only a fluid
 * @param headerBytes around each packet on the wire
 * @param window packets that may be sent before the first is acknowledged (RFC 6928: 10); doubles
 *     with each round trip, until the way is full
 * @param marked whether switches mark packets when a queue grows, so that a link in full use has a
 *     short queue (DCTCP, RFC 8257); otherwise queues cost nothing
 */
public record Transport(int segmentBytes, int headerBytes, int window, boolean marked) {
  /** Bytes alone, as flow-level simulators have it: no headers, no round trips, no queues. */
  public static final Transport FLUID = new Transport(0, 0, 0, false);

  private static final double TEN_GIGABIT = 1.25e9;

  public Transport {
    if (segmentBytes < 0 || headerBytes < 0 || segmentBytes > 0 && window < 1) {
      throw new IllegalArgumentException("a transport with less than nothing");
    }
  }

  boolean isFluid() {
    return segmentBytes == 0;
  }

  /** Bytes on the wire. */
  double wire(long payload) {
    return isFluid()
        ? payload
        : payload + (double) Math.ceilDiv(payload, segmentBytes) * headerBytes;
  }

  /** Bytes on the wire of a packet with so much payload, or of the largest. */
  double packet(long payload) {
    return isFluid() ? 0 : Math.min(payload, segmentBytes) + headerBytes;
  }

  /**
   * How long a packet waits in the queue of a link in full use, in seconds: the marking thresholds
   * that Alizadeh et al., Data Center TCP (2010), section 4 found for 1 and for 10 Gbit/s.
   */
  double queueSeconds(double bytesPerSecond) {
    double packets = bytesPerSecond < TEN_GIGABIT / 2 ? 20 : 65;
    return marked ? packets * (segmentBytes + headerBytes) / bytesPerSecond : 0;
  }
}
