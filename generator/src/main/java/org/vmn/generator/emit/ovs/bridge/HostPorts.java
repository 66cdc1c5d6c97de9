package org.vmn.generator.emit.ovs.bridge;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.vmn.generator.emit.ovs.plan.HostPlan;
import org.vmn.generator.emit.ovs.plan.Ports;
import org.vmn.generator.emit.ovs.plan.Seat;
import org.vmn.generator.layout.Names;
import org.vmn.runtime.network.Overlay;
import org.vmn.runtime.network.Segment;

/** The ports of a host's bridges. */
final class HostPorts {
  private HostPorts() {}

  /** Of the integration bridge, in order of their numbers. */
  static List<Port> integration(HostPlan plan) {
    String bridge = Names.bridge(plan.network());
    List<Port> ports = new ArrayList<>();
    for (Ports.Tunnel tunnel : plan.ports().tunnels()) {
      List<String> settings = new ArrayList<>();
      settings.add("type=" + tunnel.overlay().encapsulation().name().toLowerCase(Locale.ROOT));
      settings.add(Command.entry("options", "remote_ip", tunnel.remote().toString()));
      settings.add(Command.entry("options", "local_ip", tunnel.local().toString()));
      settings.add("options:key=flow");
      settings.add(Command.entry("external_ids", "vmn-peer", tunnel.peer().toString()));
      ports.add(port(plan, bridge, tunnel.name(), tunnel.port(), settings));
    }
    for (Ports.Patch patch : plan.ports().patches()) {
      ports.add(
          port(plan, bridge, patch.inside(), patch.port(), patch(patch.outside(), patch.uplink())));
    }
    for (Seat seat : plan.guests()) {
      List<String> settings = new ArrayList<>();
      settings.add("type=\"\"");
      settings.add(
          Command.entry(
              "external_ids",
              "vmn-machine",
              seat.adapter().machine().ref(seat.adapter().offset()).toString()));
      settings.add(Command.entry("external_ids", "vmn-nic", seat.adapter().nic().name()));
      settings.add(Command.entry("external_ids", "vmn-segment", seat.adapter().nic().segment()));
      settings.add(Command.entry("external_ids", "attached-mac", seat.mac().toString()));
      ports.add(port(plan, bridge, seat.adapter().tap(), seat.adapter().port(), settings));
    }
    return ports;
  }

  /** The ends of patches at uplink bridges: only our tags pass. */
  static List<Port> outside(HostPlan plan) {
    List<Port> ports = new ArrayList<>();
    for (Ports.Patch patch : plan.ports().patches()) {
      List<String> settings = patch(patch.inside(), patch.uplink());
      settings.add(owner(plan));
      String trunks = patch.vlans().stream().map(String::valueOf).collect(Collectors.joining(","));
      ports.add(
          new Port(
              Names.uplinkBridge(patch.uplink()),
              patch.outside(),
              0,
              settings,
              List.of("vlan_mode=trunk", "trunks=" + trunks)));
    }
    return ports;
  }

  /** The uplinks that tunnels or tagged segments use. */
  static Set<String> uplinks(HostPlan plan) {
    Set<String> uplinks = new LinkedHashSet<>();
    for (Segment segment : plan.network().segments()) {
      String uplink = plan.topology().uplink(plan.here(), segment);
      if (uplink != null) {
        uplinks.add(uplink);
      }
    }
    for (Overlay overlay : plan.network().overlays()) {
      overlay.over().stream()
          .filter(u -> u.host().equals(plan.here().ref()))
          .forEach(u -> uplinks.add(u.uplink()));
    }
    return uplinks;
  }

  static String owner(HostPlan plan) {
    return Command.entry("external_ids", "vmn-network", plan.network().name());
  }

  private static List<String> patch(String peer, String uplink) {
    List<String> settings = new ArrayList<>();
    settings.add("type=patch");
    settings.add("options:peer=" + peer);
    settings.add(Command.entry("external_ids", "vmn-uplink", uplink));
    return settings;
  }

  private static Port port(
      HostPlan plan, String bridge, String name, int number, List<String> settings) {
    List<String> all = new ArrayList<>(settings);
    all.add(1, "ofport_request=" + number);
    all.add(owner(plan));
    return new Port(bridge, name, number, all, List.of());
  }
}
