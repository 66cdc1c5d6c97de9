package org.vmn.runtime.config;

import java.util.List;
import org.vmn.runtime.network.Assertion;
import org.vmn.runtime.network.Group;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Policy;

/** What speaks of sets of endpoints: groups, rules and assertions. */
final class PolicyChecks {
  private final EndpointChecks endpoints;
  private final Report report;

  PolicyChecks(EndpointChecks endpoints, Report report) {
    this.endpoints = endpoints;
    this.report = report;
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
    List<Assertion> assertions = network.assertions();
    for (int i = 0; i < assertions.size(); i++) {
      String path = "$.assertions[" + i + "]";
      endpoints.check(path + ".from", assertions.get(i).from());
      endpoints.check(path + ".to", assertions.get(i).to());
      report.require(!assertions.get(i).text().isEmpty(), path + ".text", "expected a text");
    }
  }
}
