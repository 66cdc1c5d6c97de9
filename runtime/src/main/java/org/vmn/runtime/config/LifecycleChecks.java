package org.vmn.runtime.config;

import org.vmn.runtime.network.Balancer;
import org.vmn.runtime.network.Call;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.network.Program;
import org.vmn.runtime.network.Protect;
import org.vmn.runtime.network.Ref;
import org.vmn.runtime.network.Scale;

/** What machines run, how many of them do, and how they survive. */
final class LifecycleChecks {
  private final Index index;
  private final Report report;
  private final ServiceChecks services;

  LifecycleChecks(Index index, Report report) {
    this.index = index;
    this.report = report;
    services = new ServiceChecks(index, report);
  }

  void check(String path, Machine machine) {
    report.notNegative(path + ".hardware", "numaNodes", machine.hardware().numaNodes());
    report.notNegative(path + ".hardware", "hugepageBytes", machine.hardware().hugepageBytes());
    for (int cpu : machine.hardware().pinned()) {
      report.require(cpu >= 0, path + ".hardware.pinned", "expected 0 or more, found " + cpu);
    }
    Scale scale = machine.scale();
    if (scale != null) {
      scale(path + ".scale", scale, machine.count());
    }
    Protect protect = machine.protect();
    if (protect != null) {
      protect(path + ".protect", protect);
    }
    for (int i = 0; i < machine.programs().size(); i++) {
      program(path + ".programs[" + i + "]", machine.programs().get(i));
    }
  }

  private void scale(String path, Scale scale, int count) {
    boolean ordered =
        1 <= scale.least() && scale.least() <= scale.initial() && scale.initial() <= count;
    report.require(ordered, path, "expected 1 <= least <= initial <= " + count);
    report.fraction(path, "above", scale.above());
    report.fraction(path, "below", scale.below());
    report.notNegative(path, "bootNanos", scale.bootNanos());
    report.notNegative(path, "cooldownNanos", scale.cooldownNanos());
  }

  private void protect(String path, Protect protect) {
    report.positive(path, "everyNanos", protect.everyNanos());
    report.notNegative(path, "rpoNanos", protect.rpoNanos());
    report.notNegative(path, "rtoNanos", protect.rtoNanos());
    for (Ref host : protect.to()) {
      report.exists(index.hasHost(host), path + ".to", "host", host);
    }
  }

  private void program(String path, Program program) {
    report.notNegative(path, "demandNanos", program.demandNanos());
    report.notNegative(path, "concurrency", program.concurrency());
    report.require(program.queue() >= -1, path + ".queue", "expected -1 or more");
    Balancer.Check check = program.check();
    if (check != null) {
      report.positive(path + ".check", "intervalNanos", check.intervalNanos());
      report.positive(path + ".check", "failures", check.failures());
    }
    for (int i = 0; i < program.calls().size(); i++) {
      call(path + ".calls[" + i + "]", program.calls().get(i));
    }
  }

  private void call(String path, Call call) {
    services.check(path + ".service", call.service());
    report.require(
        call.perRequest() >= 0 && Double.isFinite(call.perRequest()),
        path + ".perRequest",
        "expected 0 or more, found " + call.perRequest());
    report.notNegative(path, "requestBytes", call.requestBytes());
    report.notNegative(path, "responseBytes", call.responseBytes());
    report.positive(path, "timeoutNanos", call.timeoutNanos());
    report.notNegative(path, "retries", call.retries());
  }
}
