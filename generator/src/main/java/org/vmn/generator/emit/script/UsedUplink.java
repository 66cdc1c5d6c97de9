package org.vmn.generator.emit.script;

import java.util.ArrayList;
import java.util.List;
import org.vmn.generator.layout.HostLayout;
import org.vmn.generator.layout.Names;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Segment;
import org.vmn.runtime.network.Uplink;
import org.vmn.runtime.network.UplinkRef;

/**
 * A physical interface of a host that tunnels or VLANs travel by, and that is therefore in a
 * switch.
 *
 * @param address of the host, with its prefix length, on the switch's own port: tunnels run between
 *     these. Empty where only VLANs use the interface
 * @param mtu bytes of an IP packet that the interface carries
 */
record UsedUplink(String device, String bridge, String address, int mtu) {

  static List<UsedUplink> of(Network network, HostLayout host) {
    List<UsedUplink> used = new ArrayList<>();
    for (Uplink uplink : host.host().uplinks()) {
      UplinkRef ref = new UplinkRef(host.ref(), uplink.name());
      boolean tunnels = tunnels(network, ref);
      if (tunnels || network.segments().stream().anyMatch(s -> tags(s, ref))) {
        used.add(
            new UsedUplink(
                uplink.name(),
                Names.uplinkBridge(uplink.name()),
                tunnels ? address(uplink, host.offset()) : "",
                uplink.mtu()));
      }
    }
    return used;
  }

  private static String address(Uplink uplink, int offset) {
    return uplink.underlay().at(offset) + "/" + uplink.underlay().subnet().length();
  }

  private static boolean tags(Segment segment, UplinkRef ref) {
    return segment.transport() instanceof Segment.Vlan vlan && vlan.on().contains(ref);
  }

  private static boolean tunnels(Network network, UplinkRef ref) {
    return network.overlays().stream().anyMatch(overlay -> overlay.over().contains(ref));
  }
}
