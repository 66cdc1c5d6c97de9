package org.vmn.runtime.forward;

import org.vmn.runtime.network.Router;

/**
 * What a router remembers of a connection that it forwarded.
 *
 * @param entered the first packet as it came, less what a balancer did to it
 * @param left the first packet as it went on
 */
record Passage(Router router, Packet entered, Packet left) {
  boolean translated() {
    return !entered.equals(left);
  }

  boolean isAnsweredBy(Packet answer) {
    return answer.equals(left.reversed());
  }
}
