package org.vmn.tests.oracle;

import java.util.List;
import org.vmn.runtime.network.External;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.network.Nic;
import org.vmn.runtime.value.Ip;
import org.vmn.runtime.value.IpRange;
import org.vmn.runtime.value.IpSet;

/** Where connections begin and end. */
sealed interface Spot {
  /** The segment that it sends to. */
  String segment();

  /** The addresses that are its own. */
  IpSet addresses();

  /** An adapter of one replica. */
  record Adapter(Machine machine, int offset, Nic nic) implements Spot {
    @Override
    public String segment() {
      return nic.segment();
    }

    @Override
    public IpSet addresses() {
      return IpSet.of(nic.at(offset).stream().map(IpRange::of).toList());
    }

    List<Ip> listed() {
      return nic.at(offset);
    }

    boolean sameMachine(Spot other) {
      return other instanceof Adapter a && a.machine.equals(machine) && a.offset == offset;
    }

    @Override
    public String toString() {
      return machine.ref(offset) + "." + nic.name();
    }
  }

  /** Behind an external. */
  record Outside(External external) implements Spot {
    @Override
    public String segment() {
      return external.segment();
    }

    @Override
    public IpSet addresses() {
      return external.addresses();
    }

    @Override
    public String toString() {
      return external.name();
    }
  }
}
