package org.vmn.runtime.config;

import java.util.List;
import org.vmn.runtime.network.Load;
import org.vmn.runtime.network.Scenario;

/** Scenarios: loads, events and expectations. */
final class ScenarioChecks {
  private final EndpointChecks endpoints;
  private final Report report;
  private final ServiceChecks services;
  private final EventChecks events;
  private final ExpectationChecks expectations;

  ScenarioChecks(Index index, EndpointChecks endpoints, Report report) {
    this.endpoints = endpoints;
    this.report = report;
    services = new ServiceChecks(index, report);
    events = new EventChecks(index, report);
    expectations = new ExpectationChecks(index, report);
  }

  void check(List<Scenario> scenarios) {
    for (int i = 0; i < scenarios.size(); i++) {
      Scenario scenario = scenarios.get(i);
      String path = "$.scenarios[" + i + "]";
      report.positive(path, "durationNanos", scenario.durationNanos());
      boolean warm =
          0 <= scenario.warmupNanos() && scenario.warmupNanos() < scenario.durationNanos();
      report.require(warm, path + ".warmupNanos", "expected 0 or more, below the duration");
      for (int j = 0; j < scenario.loads().size(); j++) {
        load(path + ".loads[" + j + "]", scenario.loads().get(j));
      }
      for (int j = 0; j < scenario.events().size(); j++) {
        events.check(path + ".events[" + j + "]", scenario.events().get(j), scenario);
      }
      for (int j = 0; j < scenario.expectations().size(); j++) {
        expectations.check(path + ".expectations[" + j + "]", scenario.expectations().get(j));
      }
    }
  }

  private void load(String path, Load load) {
    endpoints.check(path + ".from", load.from());
    switch (load) {
      case Load.Requests l -> {
        services.check(path + ".service", l.service());
        curve(path + ".curve", l.curve());
        sizes(path, l.requestBytes(), l.responseBytes());
        report.notNegative(path, "timeoutNanos", l.timeoutNanos());
      }
      case Load.Clients l -> {
        services.check(path + ".service", l.service());
        report.positive(path, "clients", l.clients());
        report.notNegative(path, "thinkNanos", l.thinkNanos());
        sizes(path, l.requestBytes(), l.responseBytes());
        report.notNegative(path, "timeoutNanos", l.timeoutNanos());
      }
      case Load.Transfers l -> {
        endpoints.check(path + ".to", l.to());
        report.positive(path, "bytes", l.bytes());
        report.notNegative(path, "atNanos", l.atNanos());
        report.notNegative(path, "everyNanos", l.everyNanos());
      }
    }
  }

  private void curve(String path, List<Load.Point> curve) {
    report.require(!curve.isEmpty(), path, "expected one point or more");
    long before = -1;
    for (Load.Point point : curve) {
      report.require(point.atNanos() > before, path, "expected ascending times, 0 or more");
      before = point.atNanos();
      double rate = point.requestsPerSecond();
      report.require(rate >= 0 && Double.isFinite(rate), path, "expected 0 or more, found " + rate);
    }
  }

  private void sizes(String path, long request, long response) {
    report.notNegative(path, "requestBytes", request);
    report.notNegative(path, "responseBytes", response);
  }
}
