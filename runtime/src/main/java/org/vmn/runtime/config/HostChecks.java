package org.vmn.runtime.config;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.vmn.runtime.network.Host;
import org.vmn.runtime.network.Uplink;

/** Hosts and their uplinks. */
final class HostChecks {
  private static final int MOST_OVERCOMMIT = 100;
  private static final int MOST_VLAN = 4094;

  private final Report report;

  HostChecks(Report report) {
    this.report = report;
  }

  void check(List<Host> hosts) {
    long replicas = 0;
    for (int i = 0; i < hosts.size(); i++) {
      Host host = hosts.get(i);
      String path = "$.hosts[" + i + "]";
      replicas += host.replicas().count();
      report.notNegative(path, "cpu", host.cpu());
      report.notNegative(path, "memoryBytes", host.memoryBytes());
      report.notNegative(path, "storageBytes", host.storageBytes());
      if (host.disks() != null) {
        report.positive(path + ".disks", "bitsPerSecond", host.disks().bitsPerSecond());
      }
      Host.Overcommit overcommit = host.overcommit();
      if (overcommit != null) {
        factor(path, "cpu", overcommit.cpu());
        factor(path, "memory", overcommit.memory());
        factor(path, "storage", overcommit.storage());
      }
      uplinks(path, host);
    }
    report.require(
        replicas <= Limits.REPLICAS,
        "$.hosts",
        replicas + " hosts; the most is " + Limits.REPLICAS);
  }

  private void factor(String host, String of, double factor) {
    report.require(
        factor >= 1 && factor <= MOST_OVERCOMMIT,
        host + ".overcommit." + of,
        factor + " is not a factor from 1 to " + MOST_OVERCOMMIT);
  }

  private void uplinks(String host, Host of) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < of.uplinks().size(); i++) {
      Uplink uplink = of.uplinks().get(i);
      String path = host + ".uplinks[" + i + "]";
      report.device(path, uplink.name());
      report.require(
          seen.add(uplink.name()), path + ".name", "`" + uplink.name() + "` is declared twice");
      report.notNegative(path, "bitsPerSecond", uplink.bitsPerSecond());
      report.notNegative(path, "latencyNanos", uplink.latencyNanos());
      report.positive(path, "mtu", uplink.mtu());
      Integer untagged = uplink.nativeVlan();
      report.require(
          untagged == null || untagged >= 1 && untagged <= MOST_VLAN,
          path + ".nativeVlan",
          untagged + " is not a VLAN");
      if (!uplink.underlay().ranges().isEmpty()) {
        AddressChecks.enough(report, path + ".underlay", uplink.underlay(), of.replicas().count());
      }
    }
  }
}
