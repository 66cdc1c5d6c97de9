package org.vmn.runtime.config;

import java.util.List;
import org.vmn.runtime.network.Scenario;

/** Scenarios: loads, failures and expectations. */
final class ScenarioChecks {
  private final Index index;
  private final EndpointChecks endpoints;
  private final Report report;

  ScenarioChecks(Index index, EndpointChecks endpoints, Report report) {
    this.index = index;
    this.endpoints = endpoints;
    this.report = report;
  }

  void check(List<Scenario> scenarios) {
    for (int i = 0; i < scenarios.size(); i++) {
      Scenario scenario = scenarios.get(i);
      String path = "$.scenarios[" + i + "]";
      report.positive(path, "durationNanos", scenario.durationNanos());
      for (int j = 0; j < scenario.loads().size(); j++) {
        load(path + ".loads[" + j + "]", scenario.loads().get(j));
      }
      for (int j = 0; j < scenario.failures().size(); j++) {
        failure(path + ".failures[" + j + "]", scenario.failures().get(j), scenario);
      }
      for (int j = 0; j < scenario.expectations().size(); j++) {
        expectation(path + ".expectations[" + j + "]", scenario.expectations().get(j));
      }
    }
  }

  private void load(String path, Scenario.Load load) {
    endpoints.check(path + ".from", load.from());
    balancer(path, load.balancer());
    rate(path + ".firstRequestsPerSecond", load.firstRequestsPerSecond());
    rate(path + ".lastRequestsPerSecond", load.lastRequestsPerSecond());
    report.notNegative(path, "requestBytes", load.requestBytes());
    report.notNegative(path, "responseBytes", load.responseBytes());
  }

  private void rate(String path, double rate) {
    report.require(rate >= 0 && Double.isFinite(rate), path, "expected 0 or more, found " + rate);
  }

  private void balancer(String path, String name) {
    report.exists(index.hasBalancer(name), path + ".balancer", "balancer", name);
  }

  private void failure(String path, Scenario.Failure failure, Scenario scenario) {
    boolean during = 0 <= failure.atNanos() && failure.atNanos() <= scenario.durationNanos();
    report.require(during, path + ".atNanos", "not within the scenario");
    boolean found =
        switch (failure.kind()) {
          case HOST -> index.hasHost(failure.target());
          case MACHINE -> index.hasMachine(failure.target());
        };
    report.exists(found, path + ".target", Kebab.of(failure.kind()), failure.target());
  }

  private void expectation(String path, Scenario.Expectation expectation) {
    balancer(path, expectation.balancer());
    double percentile = expectation.percentile();
    boolean right =
        switch (expectation.metric()) {
          case LATENCY -> percentile > 0 && percentile < 100;
          case LOSS, THROUGHPUT -> percentile == 0;
        };
    report.require(
        right, path + ".percentile", "expected above 0 and below 100 for latency, else 0");
    report.require(
        Double.isFinite(expectation.bound()), path + ".bound", "expected a finite number");
  }
}
