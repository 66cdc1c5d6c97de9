package org.vmn.generator.layout;

import java.util.List;
import org.vmn.runtime.network.Host;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.network.Nic;
import org.vmn.runtime.network.Ref;

/**
 * What of a network is on one host.
 *
 * @param ref the host
 * @param offset the zero-based number of this replica of the host's declaration
 * @param number from 1, unique among all hosts of the network: tells hosts apart where a number
 *     must
 */
public record HostLayout(Ref ref, Host host, int offset, int number, List<Guest> guests) {
  public HostLayout {
    guests = List.copyOf(guests);
  }

  /** The folder of the host's artifacts: {@code kvm-2}. */
  public String folder() {
    return Names.flat(ref);
  }

  /** Adapters of all guests. */
  public List<Adapter> adapters() {
    return guests.stream().flatMap(g -> g.adapters().stream()).toList();
  }

  /** One replica of a machine on this host. */
  public record Guest(Machine machine, int offset, List<Adapter> adapters) {
    public Guest {
      adapters = List.copyOf(adapters);
    }

    public Ref ref() {
      return machine.ref(offset);
    }
  }

  /**
   * An adapter of a guest on this host.
   *
   * @param tap the device and switch port
   * @param port the OpenFlow port number that flows match, which is also the adapter's own
   *     connection tracking zone on this host; from {@link SwitchPorts#FIRST}
   */
  public record Adapter(Machine machine, int offset, Nic nic, String tap, int port) {}
}
