package org.vmn.generator.analyze;

import java.util.ArrayList;
import java.util.List;
import org.vmn.runtime.network.Traffic.Match;
import org.vmn.runtime.network.Traffic.Protocol;

/**
 * A set of what traffic may be: ports of TCP, ports of UDP, ICMP, and all else that IP carries, on
 * one axis of numbers.
 *
 * @param ranges pairs of first and last, ascending and disjoint
 */
record Ports(List<int[]> ranges) {
  private static final int UDP = 1 << 16;
  private static final int ICMP = 2 << 16;
  private static final int OTHER = ICMP + 1;

  static final Ports ALL = new Ports(List.of(new int[] {0, OTHER}));

  static Ports of(List<Match> matches) {
    Ports all = new Ports(List.of());
    for (Match match : matches) {
      all = new Ports(all.minus(of(match)).join(of(match)));
    }
    return all;
  }

  private static Ports of(Match match) {
    int base = match.protocol() == Protocol.UDP ? UDP : 0;
    return new Ports(
        List.of(
            switch (match.protocol()) {
              case ANY -> new int[] {0, OTHER};
              case ICMP -> new int[] {ICMP, ICMP};
              case TCP, UDP -> new int[] {base + match.firstPort(), base + match.lastPort()};
            }));
  }

  boolean isEmpty() {
    return ranges.isEmpty();
  }

  private List<int[]> join(Ports disjoint) {
    List<int[]> all = new ArrayList<>(ranges);
    all.addAll(disjoint.ranges);
    all.sort((a, b) -> Integer.compare(a[0], b[0]));
    return all;
  }

  Ports and(Ports other) {
    List<int[]> common = new ArrayList<>();
    for (int[] a : ranges) {
      for (int[] b : other.ranges) {
        int first = Math.max(a[0], b[0]);
        int last = Math.min(a[1], b[1]);
        if (first <= last) {
          common.add(new int[] {first, last});
        }
      }
    }
    return new Ports(common);
  }

  Ports minus(Ports other) {
    List<int[]> left = ranges;
    for (int[] out : other.ranges) {
      List<int[]> next = new ArrayList<>();
      for (int[] in : left) {
        if (in[1] < out[0] || out[1] < in[0]) {
          next.add(in);
          continue;
        }
        if (in[0] < out[0]) {
          next.add(new int[] {in[0], out[0] - 1});
        }
        if (in[1] > out[1]) {
          next.add(new int[] {out[1] + 1, in[1]});
        }
      }
      left = next;
    }
    return new Ports(left);
  }
}
