package org.vmn.runtime.forward;

import org.vmn.runtime.network.External;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.network.Nic;

/** Where a packet enters or leaves the network. */
public sealed interface Place {

  /**
   * The adapter of one replica.
   *
   * @param offset the replica's zero-based number
   */
  record Adapter(Machine machine, int offset, Nic nic) implements Place {
    @Override
    public String toString() {
      return machine.nics().size() == 1
          ? machine.ref(offset).toString()
          : machine.ref(offset) + "." + nic.name();
    }
  }

  /** Behind an external. */
  record Outside(External external) implements Place {
    @Override
    public String toString() {
      return external.name();
    }
  }
}
