package org.vmn.runtime.prove.rows;

import org.vmn.runtime.network.Traffic.Match;
import org.vmn.runtime.network.Traffic.Protocol;

/**
 * All traffic on one line: TCP's ports, UDP's ports, ICMP, and every other protocol as one point. A
 * match is an interval on it.
 */
public final class Points {
  private static final int PORTS = 65536;

  /** The last point. */
  public static final int LAST = 2 * PORTS + 1;

  private Points() {}

  public static int of(Protocol protocol, int port) {
    return switch (protocol) {
      case TCP -> port;
      case UDP -> PORTS + port;
      case ICMP -> 2 * PORTS;
      case ANY -> LAST;
    };
  }

  /** The first point of a match. */
  public static int first(Match match) {
    return match.protocol() == Protocol.ANY ? 0 : of(match.protocol(), match.firstPort());
  }

  /** The last point of a match. */
  public static int last(Match match) {
    return of(match.protocol(), match.lastPort());
  }

  public static Protocol protocol(int point) {
    return point < PORTS
        ? Protocol.TCP
        : point < 2 * PORTS ? Protocol.UDP : point < LAST ? Protocol.ICMP : Protocol.ANY;
  }

  /** The port of a point, 0 for protocols without ports. */
  public static int port(int point) {
    return point < 2 * PORTS ? point % PORTS : 0;
  }

  /** Whether it is a port 0, on which nothing listens. */
  public static boolean isPortZero(int point) {
    return point == 0 || point == PORTS;
  }

  /** Whether a new protocol begins at this point: intervals for people don't cross it. */
  public static boolean begins(int point) {
    return point == 0 || point == PORTS || point >= 2 * PORTS;
  }
}
