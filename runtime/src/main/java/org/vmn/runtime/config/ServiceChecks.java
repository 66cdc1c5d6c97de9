package org.vmn.runtime.config;

import org.vmn.runtime.network.Service;

/** What takes requests. */
final class ServiceChecks {
  private final Index index;
  private final Report report;

  ServiceChecks(Index index, Report report) {
    this.index = index;
    this.report = report;
  }

  void check(String path, Service service) {
    switch (service) {
      case Service.AtBalancer at ->
          report.exists(
              index.hasBalancer(at.balancer()), path + ".balancer", "balancer", at.balancer());
      case Service.AtProgram at ->
          report.exists(
              index.hasProgram(at.machine(), at.program()),
              path,
              "program",
              at.machine() + "." + at.program());
    }
  }
}
