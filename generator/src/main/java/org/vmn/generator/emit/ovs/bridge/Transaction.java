package org.vmn.generator.emit.ovs.bridge;

import java.util.ArrayList;
import java.util.List;
import org.vmn.generator.emit.ovs.plan.HostPlan;
import org.vmn.generator.emit.ovs.plan.Topology;
import org.vmn.generator.layout.Names;

/** What makes a host's bridges and ports as they must be, whatever they were before. */
final class Transaction {
  /** Replaced by the shell, which knows the datapath. */
  private static final String DATAPATH = "datapath_type=\"$datapath\"";

  private static final String PROTOCOLS = "protocols=OpenFlow10,OpenFlow13,OpenFlow14,OpenFlow15";

  private Transaction() {}

  static List<String> of(HostPlan plan) {
    List<String> lines = new ArrayList<>();
    String bridge = Names.bridge(plan.network());
    lines.add(Command.of("--may-exist", "add-br", bridge).text());
    // Secure before the first port: it forwards nothing until it has flows.
    lines.add(
        Command.set("Bridge", bridge, List.of("fail_mode=secure", PROTOCOLS, HostPorts.owner(plan)))
                .text()
            + " "
            + DATAPATH);
    lines.add(
        Command.clear("Bridge", bridge, "controller", "mirrors", "netflow", "sflow", "ipfix")
            .text());
    lines.add(
        Command.set(
                "Bridge",
                bridge,
                List.of(
                    "stp_enable=false",
                    "rstp_enable=false",
                    "mcast_snooping_enable=false",
                    "other_config:disable-in-band=true"))
            .text());
    for (String uplink : HostPorts.uplinks(plan)) {
      uplink(plan, uplink, lines);
    }
    HostPorts.integration(plan).forEach(port -> port(port, lines));
    HostPorts.outside(plan).forEach(port -> port(port, lines));
    return lines;
  }

  private static void uplink(HostPlan plan, String uplink, List<String> lines) {
    String bridge = Names.uplinkBridge(uplink);
    lines.add(Command.of("--may-exist", "add-br", bridge).text());
    // Not secure: the host itself is behind it. One physical device only, so there is no loop.
    lines.add(
        Command.set(
                    "Bridge",
                    bridge,
                    List.of(
                        "fail_mode=standalone",
                        PROTOCOLS,
                        Command.entry("external_ids", user(plan), "yes")))
                .text()
            + " "
            + DATAPATH);
    lines.add(Command.of("--may-exist", "add-port", bridge, uplink).text());
    Integer untagged = Topology.uplink(plan.here().host(), uplink).nativeVlan();
    if (untagged != null) {
      List<String> settings = List.of("vlan_mode=native-untagged", "tag=" + untagged);
      lines.add(Command.set("Port", uplink, settings).text());
      // The host's own address is on the wire without a tag too.
      lines.add(Command.set("Port", bridge, settings).text());
    }
  }

  private static void port(Port port, List<String> lines) {
    lines.add(Command.of("--may-exist", "add-port", port.bridge(), port.name()).text());
    lines.add(
        Command.clear("Port", port.name(), "tag", "trunks", "vlan_mode", "qos", "other_config")
            .text());
    if (!port.portSettings().isEmpty()) {
      lines.add(Command.set("Port", port.name(), port.portSettings()).text());
    }
    lines.add(Command.clear("Interface", port.name(), "options", "other_config").text());
    lines.add(Command.set("Interface", port.name(), port.settings()).text());
  }

  /**
   * What an uplink's bridge is marked with as long as the network uses it; other networks may too.
   */
  static String user(HostPlan plan) {
    return "vmn-user-" + plan.network().name();
  }
}
