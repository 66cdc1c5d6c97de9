package org.vmn.runtime.review;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.vmn.runtime.network.Traffic;
import org.vmn.runtime.network.Traffic.Match;
import org.vmn.runtime.network.Traffic.Protocol;

/** Traffic as a set of bits: one for each port of each protocol. */
public final class TrafficPoints {
  private static final int PORTS = 65536;

  private TrafficPoints() {}

  /** Adds the ports of a match. */
  public static void add(Match match, BitSet points) {
    int base = match.protocol().ordinal() * PORTS;
    boolean ports = match.protocol().hasPorts();
    points.set(base + (ports ? match.firstPort() : 0), base + (ports ? match.lastPort() : 0) + 1);
  }

  /** Adds all that is sent by name: not to port 0. */
  public static void add(Traffic traffic, BitSet points) {
    for (Match match : traffic.matches()) {
      if (match.protocol() == Protocol.ANY) {
        add(new Match(Protocol.TCP, 1, PORTS - 1), points);
        add(new Match(Protocol.UDP, 1, PORTS - 1), points);
        add(new Match(Protocol.ICMP, 0, PORTS - 1), points);
        add(match, points);
      } else if (match.protocol().hasPorts()) {
        add(new Match(match.protocol(), Math.max(1, match.firstPort()), match.lastPort()), points);
      } else {
        add(match, points);
      }
    }
  }

  /** The bits as matches, in order of protocol and port. */
  public static List<Match> matches(BitSet points) {
    List<Match> matches = new ArrayList<>();
    int first = points.nextSetBit(0);
    while (first >= 0) {
      int end = Math.min(points.nextClearBit(first), (first / PORTS + 1) * PORTS);
      matches.add(match(first, end - 1));
      first = points.nextSetBit(end);
    }
    return matches;
  }

  private static Match match(int first, int last) {
    Protocol protocol = Protocol.values()[first / PORTS];
    return protocol.hasPorts()
        ? new Match(protocol, first % PORTS, last % PORTS)
        : new Match(protocol, 0, PORTS - 1);
  }
}
