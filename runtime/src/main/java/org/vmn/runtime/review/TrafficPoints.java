package org.vmn.runtime.review;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.vmn.runtime.network.Traffic.Match;
import org.vmn.runtime.network.Traffic.Protocol;

/** Traffic as a set of bits: one for each port of each protocol. */
final class TrafficPoints {
  private static final int PORTS = 65536;

  private TrafficPoints() {}

  static void add(Match match, BitSet points) {
    int base = match.protocol().ordinal() * PORTS;
    boolean ports = match.protocol().hasPorts();
    points.set(base + (ports ? match.firstPort() : 0), base + (ports ? match.lastPort() : 0) + 1);
  }

  static List<Match> matches(BitSet points) {
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
