package org.vmn.runtime.config;

import org.vmn.runtime.network.Expectation;
import org.vmn.runtime.network.Expectation.Subject;

/** Bounds on measured figures. */
final class ExpectationChecks {
  private final Index index;
  private final Report report;

  ExpectationChecks(Index index, Report report) {
    this.index = index;
    this.report = report;
  }

  void check(String path, Expectation expectation) {
    subject(path + ".subject", expectation.subject());
    double percentile = expectation.percentile();
    boolean right =
        switch (expectation.metric()) {
          case LATENCY -> percentile > 0 && percentile < 100;
          default -> percentile == 0;
        };
    report.require(
        right, path + ".percentile", "expected above 0 and below 100 for latency, else 0");
    report.require(
        Double.isFinite(expectation.bound()), path + ".bound", "expected a finite number");
  }

  private void subject(String path, Subject subject) {
    switch (subject) {
      case Subject.OfBalancer s ->
          report.exists(index.hasBalancer(s.balancer()), path, "balancer", s.balancer());
      case Subject.OfProgram s ->
          report.exists(
              index.hasProgram(s.machine(), s.program()),
              path,
              "program",
              s.machine() + "." + s.program());
      case Subject.OfMachine s ->
          report.exists(index.machine(s.machine()) != null, path, "machine", s.machine());
      case Subject.OfHost s -> report.exists(index.hasHosts(s.host()), path, "host", s.host());
      case Subject.OfUplink s ->
          report.exists(index.hasUplink(s.uplink()), path, "uplink", s.uplink());
      case Subject.OfLink s -> report.exists(index.hasLink(s.link()), path, "link", s.link());
    }
  }
}
