package org.vmn.generator.layout;

import java.util.Set;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Nic;
import org.vmn.runtime.network.Ref;

/**
 * Names of things on real hosts. Each is made of letters, digits, {@code -}, {@code _} and {@code
 * .} only, is stable, and is unique on a host: where a name must be short it ends in a hash of what
 * it stands for.
 */
public final class Names {
  /** Linux's IFNAMSIZ less the terminating zero. */
  public static final int LONGEST_INTERFACE = 15;

  private static final int HASHED_PREFIX = 6;

  private Names() {}

  /** What a machine is called by libvirt: {@code shop-web-1}. */
  public static String domain(Network network, Machine machine, int offset) {
    return network.name() + "-" + hostname(machine, offset);
  }

  /** What a machine calls itself, and the folder of its cloud-init files: {@code web-1}. */
  public static String hostname(Machine machine, int offset) {
    return flat(machine.ref(offset));
  }

  /** A replica's name without brackets: {@code kvm-2}. */
  public static String flat(Ref ref) {
    return ref.index() == 0 ? ref.name() : ref.name() + "-" + ref.index();
  }

  /** A disk's volume: {@code shop-web-1-root.qcow2}. */
  public static String volume(
      Network network, Machine machine, int offset, String disk, String format) {
    return domain(network, machine, offset) + "-" + disk + "." + format;
  }

  /**
   * The tap device of an adapter, which is also the name of its switch port.
   *
   * @param taken those of the host so far, which this one joins: where the hash is another's too,
   *     the next is taken
   */
  static String tap(Network network, Machine machine, int offset, Nic nic, Set<String> taken) {
    String of = network.name() + "/" + machine.ref(offset) + "/" + nic.name();
    String name = hashed(machine.name(), of);
    for (int attempt = 1; !taken.add(name); attempt++) {
      name = hashed(machine.name(), of + "/" + attempt);
    }
    return name;
  }

  /** The switch that the network's machines on a host are attached to. */
  public static String bridge(Network network) {
    String name = "vmn-" + network.name();
    return name.length() <= LONGEST_INTERFACE ? name : hashed(name, network.name());
  }

  /** The switch that holds a physical interface. */
  public static String uplinkBridge(String uplink) {
    String name = "br-" + uplink;
    return name.length() <= LONGEST_INTERFACE ? name : hashed(name, uplink);
  }

  /** A port with a given purpose, such as one end of a patch or a tunnel. */
  public static String port(Network network, String purpose, String peer) {
    return hashed(purpose, network.name() + "/" + purpose + "/" + peer);
  }

  /**
   * At most six characters of the name, a dash, and seven of a hash: 14 bytes, and 35 bits against
   * collision.
   */
  private static String hashed(String name, String of) {
    return name.substring(0, Math.min(HASHED_PREFIX, name.length())) + "-" + Hashes.base32(of, 7);
  }
}
