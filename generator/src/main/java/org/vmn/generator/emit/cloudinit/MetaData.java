package org.vmn.generator.emit.cloudinit;

import org.vmn.generator.emit.text.Yaml;
import org.vmn.generator.layout.Hashes;
import org.vmn.generator.layout.HostLayout.Guest;
import org.vmn.generator.layout.Identity;
import org.vmn.runtime.network.Network;

/**
 * {@code meta-data}: which machine this is. cloud-init configures a machine once for each identity,
 * so the identity is a function of the configuration: a machine takes up a change when it next
 * boots.
 */
final class MetaData {
  private MetaData() {}

  static String of(Network network, Guest guest, String configuration) {
    String identity = Identity.domain(network, guest.machine(), guest.offset()).toString();
    return new Yaml()
        .put("instance-id", Hashes.uuid(identity + configuration).toString())
        .put("local-hostname", Hostname.of(guest))
        .toString();
  }
}
