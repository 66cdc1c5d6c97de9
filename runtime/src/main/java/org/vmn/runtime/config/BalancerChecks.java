package org.vmn.runtime.config;

import java.util.List;
import org.vmn.runtime.network.Balancer;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.network.Member;
import org.vmn.runtime.network.Traffic;
import org.vmn.runtime.value.Ip;

/** Balancers: where they are and whom they choose from. */
final class BalancerChecks {
  private static final int MOST_PORT = 65535;

  private final Index index;
  private final EndpointChecks endpoints;
  private final Report report;

  BalancerChecks(Index index, EndpointChecks endpoints, Report report) {
    this.index = index;
    this.endpoints = endpoints;
    this.report = report;
  }

  void check(List<Balancer> balancers) {
    for (int i = 0; i < balancers.size(); i++) {
      check("$.balancers[" + i + "]", balancers.get(i));
    }
  }

  private void check(String path, Balancer balancer) {
    String segment = balancer.segment();
    Ip address = balancer.address();
    report.exists(index.segment(segment) != null, path + ".segment", "segment", segment);
    report.require(
        index.onLink(segment, address), path + ".address", address + " is not on " + segment);
    report.require(balancer.protocol().hasPorts(), path + ".protocol", "expected tcp or udp");
    port(path + ".port", balancer.port());
    port(path + ".targetPort", balancer.targetPort());
    report.require(!balancer.targets().isEmpty(), path + ".targets", "expected one or more");
    endpoints.members(path + ".targets", balancer.targets());
    for (Member.Machines target : balancer.targets()) {
      report.require(
          reachable(target, address.family()),
          path + ".targets",
          "`" + target.machine() + "` has no address of the family of " + address);
    }
    report.require(
        balancer.check().protocol() != Traffic.Protocol.ANY,
        path + ".check.protocol",
        "expected tcp, udp or icmp");
    report.positive(path + ".check", "intervalNanos", balancer.check().intervalNanos());
    report.positive(path + ".check", "failures", balancer.check().failures());
    report.exists(index.hasHost(balancer.gateway()), path + ".gateway", "host", balancer.gateway());
    if (balancer.standby() != null) {
      RouterChecks.standby(
          index, report, path + ".standby", balancer.gateway(), balancer.standby());
    }
  }

  private void port(String path, int port) {
    report.require(port >= 1 && port <= MOST_PORT, path, "expected 1 to 65535, found " + port);
  }

  private boolean reachable(Member.Machines target, Ip.Family family) {
    Machine machine = index.machine(target.machine());
    return machine == null
        || machine.nics().stream()
            .flatMap(nic -> nic.addresses().stream())
            .anyMatch(a -> a.subnet().address().family() == family);
  }
}
