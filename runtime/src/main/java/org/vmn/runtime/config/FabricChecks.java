package org.vmn.runtime.config;

import java.util.List;
import org.vmn.runtime.network.FabricSwitch;
import org.vmn.runtime.network.Link;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Ref;
import org.vmn.runtime.network.VirtualSwitch;

/** Physical wiring, and switches on hosts. */
final class FabricChecks {
  private final Index index;
  private final Report report;

  FabricChecks(Index index, Report report) {
    this.index = index;
    this.report = report;
  }

  void check(Network network) {
    long devices = 0;
    for (FabricSwitch device : network.fabric()) {
      devices += device.replicas().count();
    }
    report.require(
        devices <= Limits.REPLICAS,
        "$.fabric",
        devices + " switches; the most is " + Limits.REPLICAS);
    for (int i = 0; i < network.links().size(); i++) {
      link("$.links[" + i + "]", network.links().get(i));
    }
    switches(network.switches());
  }

  private void link(String path, Link link) {
    report.notNegative(path, "bitsPerSecond", link.bitsPerSecond());
    report.notNegative(path, "latencyNanos", link.latencyNanos());
    report.fraction(path, "loss", link.loss());
    end(path + ".a", link.a());
    end(path + ".b", link.b());
  }

  private void end(String path, Link.End end) {
    switch (end) {
      case Link.Port port ->
          report.exists(index.hasUplink(port.uplink()), path + ".uplink", "uplink", port.uplink());
      case Link.Device device ->
          report.exists(
              index.hasDevice(device.device()), path + ".device", "switch", device.device());
    }
  }

  private void switches(List<VirtualSwitch> switches) {
    for (int i = 0; i < switches.size(); i++) {
      String path = "$.switches[" + i + "]";
      for (Ref host : switches.get(i).hosts()) {
        report.exists(index.hasHost(host), path + ".hosts", "host", host);
      }
      switches
          .get(i)
          .uplinks()
          .forEach(u -> report.exists(index.hasUplink(u), path + ".uplinks", "uplink", u));
    }
  }
}
