package org.vmn.generator.layout;

import java.util.UUID;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.network.Network;

/**
 * The UUIDs under which libvirt knows things: functions of the network's seed and name, so that
 * defining again changes what is there, and nothing of another network is ever taken for ours.
 */
public final class Identity {
  private Identity() {}

  public static UUID domain(Network network, Machine machine, int offset) {
    return of(network, "machine/" + machine.ref(offset));
  }

  /** The switch of a network, as libvirt knows it on each host. */
  public static UUID bridge(Network network) {
    return of(network, "bridge");
  }

  private static UUID of(Network network, String what) {
    return Hashes.uuid(network.seed() + "/" + network.name() + "/" + what);
  }
}
