package org.vmn.runtime.config;

import java.util.List;
import org.vmn.runtime.network.Assertion;
import org.vmn.runtime.network.Chain;
import org.vmn.runtime.network.Firewall;
import org.vmn.runtime.network.Group;
import org.vmn.runtime.network.Member;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Policy;

/** What speaks of sets of endpoints: groups, rules, firewalls, chains and assertions. */
final class PolicyChecks {
  private final Index index;
  private final EndpointChecks endpoints;
  private final ClaimChecks claims;
  private final Report report;

  PolicyChecks(Index index, EndpointChecks endpoints, Report report) {
    this.index = index;
    this.endpoints = endpoints;
    this.report = report;
    claims = new ClaimChecks(index, endpoints, report);
  }

  void check(Network network) {
    List<Group> groups = network.groups();
    for (int i = 0; i < groups.size(); i++) {
      endpoints.check("$.groups[" + i + "].members", groups.get(i).members());
    }
    List<Policy.Rule> rules = network.policy().rules();
    for (int i = 0; i < rules.size(); i++) {
      endpoints.check("$.policy.rules[" + i + "].from", rules.get(i).from());
      endpoints.check("$.policy.rules[" + i + "].to", rules.get(i).to());
    }
    firewalls(network.firewalls());
    chains(network.chains());
    for (int i = 0; i < network.monitors().size(); i++) {
      endpoints.check("$.monitors[" + i + "].watched", network.monitors().get(i).watched());
    }
    List<Assertion> assertions = network.assertions();
    for (int i = 0; i < assertions.size(); i++) {
      String path = "$.assertions[" + i + "]";
      claims.check(path + ".claim", assertions.get(i).claim());
      report.require(!assertions.get(i).text().isEmpty(), path + ".text", "expected a text");
    }
  }

  private void firewalls(List<Firewall> firewalls) {
    for (int i = 0; i < firewalls.size(); i++) {
      Firewall firewall = firewalls.get(i);
      String path = "$.firewalls[" + i + "]";
      String router = firewall.router();
      if (router != null) {
        report.exists(index.router(router) != null, path + ".router", "router", router);
      }
      String external = firewall.external();
      if (external != null) {
        report.exists(index.external(external) != null, path + ".external", "external", external);
      }
      for (int j = 0; j < firewall.rules().size(); j++) {
        endpoints.check(path + ".rules[" + j + "].from", firewall.rules().get(j).from());
        endpoints.check(path + ".rules[" + j + "].to", firewall.rules().get(j).to());
      }
    }
  }

  private void chains(List<Chain> chains) {
    for (int i = 0; i < chains.size(); i++) {
      Chain chain = chains.get(i);
      String path = "$.chains[" + i + "]";
      endpoints.check(path + ".from", chain.from());
      endpoints.check(path + ".to", chain.to());
      report.require(!chain.stages().isEmpty(), path + ".stages", "expected one or more");
      for (int j = 0; j < chain.stages().size(); j++) {
        String stage = path + ".stages[" + j + "].instances";
        report.require(!chain.stages().get(j).instances().isEmpty(), stage, "expected one or more");
        endpoints.members(stage, chain.stages().get(j).instances());
        for (Member.Machines member : chain.stages().get(j).instances()) {
          report.require(
              index.hasAdapter(member.machine()),
              stage,
              "`" + member.machine() + "` has no adapter");
        }
      }
    }
  }
}
