package org.vmn.runtime.simulate;

import java.util.Arrays;
import org.vmn.runtime.network.Network;

/** What stands where, and whether it works: hosts and the machines on them. */
final class Site {
  final Hosts hosts;
  final Guests guests;
  private final boolean[] down;
  private boolean moves;

  Site(Network network) {
    hosts = new Hosts(network);
    down = new boolean[hosts.count()];
    guests = new Guests(network, this);
  }

  boolean isUp(int host) {
    return !down[host];
  }

  void set(int host, boolean up) {
    down[host] = !up;
  }

  /** Whether a machine was ever moved. */
  boolean hasMoves() {
    return moves;
  }

  void move(int replica, int to) {
    guests.host[replica] = to;
    moves = true;
  }

  /** The replicas on a host, ascending. */
  int[] on(int host) {
    int[] found = new int[16];
    int count = 0;
    for (int i = 0; i < guests.count(); i++) {
      if (guests.host[i] == host) {
        if (count == found.length) {
          found = Arrays.copyOf(found, 2 * count);
        }
        found[count++] = i;
      }
    }
    return Arrays.copyOf(found, count);
  }
}
