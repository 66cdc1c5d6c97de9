package org.vmn.runtime.forward;

import org.vmn.runtime.network.Chain;
import org.vmn.runtime.network.Ref;

/**
 * A machine of a chain that a connection goes through, there and back.
 *
 * @param bySender whether the chain took the packet where it was sent, not where it was received
 */
record Steered(Chain chain, Translation.Target machine, String segment, boolean bySender) {
  Ref host() {
    return machine.machine().placement().hostOf(machine.offset());
  }

  String where() {
    return "chain " + chain.name();
  }

  Ref name() {
    return machine.machine().ref(machine.offset());
  }
}
