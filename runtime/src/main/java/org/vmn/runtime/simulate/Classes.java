package org.vmn.runtime.simulate;

import java.util.Arrays;
import org.vmn.runtime.forward.Place;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Nic;

/**
 * The traffic classes of messages and transfers: on every link a higher one is served before a
 * lower one (strict priority, IEEE 802.1Q-2018, 8.6.8.1). What a machine sends is in the class of
 * its adapter; what hosts and externals send is best effort. A network without priorities has one
 * class.
 */
final class Classes {
  private static final int ALL = 8;

  /** A class that gets nothing for now trickles: its messages are not to wait for ever. */
  private static final double LEAST_REST = 1e-3;

  private final int count;

  /** By link and class: what transfers leave of the capacity, and bytes of messages. */
  private double[] rest = {};

  private long[] sent = {};

  Classes(Network network) {
    count =
        network.machines().stream().flatMap(m -> m.nics().stream()).anyMatch(n -> n.priority() != 0)
            ? ALL
            : 1;
  }

  /** 1 or 8. */
  int count() {
    return count;
  }

  int of(End sender) {
    return count > 1 && sender.place() instanceof Place.Adapter at
        ? at.nic().trafficClass()
        : hosts();
  }

  /** Of what hosts send one another. */
  int hosts() {
    return count > 1 ? Nic.BEST_EFFORT : 0;
  }

  void ensure(int links) {
    if (rest.length < links * count) {
      int before = rest.length;
      rest = Arrays.copyOf(rest, 2 * links * count);
      sent = Arrays.copyOf(sent, rest.length);
      Arrays.fill(rest, before, rest.length, 1);
    }
  }

  /**
   * What longer transfers leave of a link's capacity to messages of a class, above 0, at most 1.
   */
  double rest(int link, int of) {
    return rest[link * count + of];
  }

  void setRest(int link, int of, double part) {
    rest[link * count + of] = count == 1 ? part : Math.max(LEAST_REST, part);
  }

  void sent(int link, int of, long bytes) {
    sent[link * count + of] += bytes;
  }

  /** Bytes of messages of a class and of those above that were sent over a link. */
  long sentFrom(int link, int of) {
    long sum = 0;
    for (int i = of; i < count; i++) {
      sum += sent[link * count + i];
    }
    return sum;
  }
}
