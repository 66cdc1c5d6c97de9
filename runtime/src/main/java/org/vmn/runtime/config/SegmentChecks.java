package org.vmn.runtime.config;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.vmn.runtime.network.External;
import org.vmn.runtime.network.Overlay;
import org.vmn.runtime.network.Ref;
import org.vmn.runtime.network.Segment;
import org.vmn.runtime.network.UplinkRef;
import org.vmn.runtime.value.Ip;
import org.vmn.runtime.value.IpRange;

/** Overlays, segments, and what lies outside them. */
final class SegmentChecks {
  private static final int MOST_VLAN = 4094;
  private static final int MOST_VNI = 0xff_ffff;

  private final Index index;
  private final Report report;

  SegmentChecks(Index index, Report report) {
    this.index = index;
    this.report = report;
  }

  void overlays(List<Overlay> overlays) {
    for (int i = 0; i < overlays.size(); i++) {
      String path = "$.overlays[" + i + "].over";
      uplinks(path, overlays.get(i).over());
      Set<Ref> hosts = new HashSet<>();
      for (UplinkRef uplink : overlays.get(i).over()) {
        report.require(hosts.add(uplink.host()), path, "two uplinks of " + uplink.host());
      }
    }
  }

  private void uplinks(String path, List<UplinkRef> uplinks) {
    for (int i = 0; i < uplinks.size(); i++) {
      report.exists(
          index.hasUplink(uplinks.get(i)), path + "[" + i + "]", "uplink", uplinks.get(i));
    }
  }

  void segments(List<Segment> segments) {
    for (int i = 0; i < segments.size(); i++) {
      String path = "$.segments[" + i + "]";
      report.positive(path, "mtu", segments.get(i).mtu());
      transport(path + ".transport", segments.get(i).transport());
      String carried = segments.get(i).virtualSwitch();
      if (carried != null) {
        report.exists(index.hasSwitch(carried), path + ".virtualSwitch", "switch", carried);
      }
      Segment.Dhcp dhcp = segments.get(i).dhcp();
      if (dhcp != null) {
        report.positive(path + ".dhcp", "leaseNanos", dhcp.leaseNanos());
        for (IpRange range : dhcp.ranges()) {
          boolean on =
              index.onLink(segments.get(i).name(), range.first())
                  && index.onLink(segments.get(i).name(), range.last());
          report.require(on, path + ".dhcp.ranges", range + " is not on the segment");
        }
      }
    }
  }

  private void transport(String path, Segment.Transport transport) {
    switch (transport) {
      case Segment.Local local -> {}
      case Segment.Vlan vlan -> {
        boolean valid = vlan.id() >= 1 && vlan.id() <= MOST_VLAN;
        report.require(valid, path + ".id", "expected 1 to " + MOST_VLAN + ", found " + vlan.id());
        uplinks(path + ".on", vlan.on());
      }
      case Segment.Tunnel tunnel -> {
        boolean valid = tunnel.vni() >= 0 && tunnel.vni() <= MOST_VNI;
        report.require(valid, path + ".vni", "expected 24 bits, found " + tunnel.vni());
        String overlay = tunnel.overlay();
        report.exists(index.hasOverlay(overlay), path + ".overlay", "overlay", overlay);
      }
    }
  }

  void externals(List<External> externals) {
    for (int i = 0; i < externals.size(); i++) {
      External external = externals.get(i);
      String path = "$.externals[" + i + "]";
      String segment = external.segment();
      report.exists(index.segment(segment) != null, path + ".segment", "segment", segment);
      Set<Ip.Family> families = EnumSet.noneOf(Ip.Family.class);
      for (Ip gateway : external.gateways()) {
        String at = path + ".gateways";
        report.require(index.onLink(segment, gateway), at, gateway + " is not on " + segment);
        report.require(families.add(gateway.family()), at, "two gateways of one family");
      }
    }
  }
}
