package org.vmn.runtime.config;

import java.util.List;
import org.vmn.runtime.network.Endpoints;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.network.Member;

/** Sets of endpoints, wherever they stand. */
final class EndpointChecks {
  private final Index index;
  private final Report report;

  EndpointChecks(Index index, Report report) {
    this.index = index;
    this.report = report;
  }

  void check(String path, Endpoints endpoints) {
    members(path + ".include", endpoints.include());
    members(path + ".exclude", endpoints.exclude());
  }

  void members(String path, List<? extends Member> members) {
    for (int i = 0; i < members.size(); i++) {
      member(path + "[" + i + "]", members.get(i));
    }
  }

  private void member(String path, Member member) {
    switch (member) {
      case Member.Machines m -> machines(path, m.machine(), m.first(), m.last());
      case Member.OnSegment s ->
          report.exists(
              index.segment(s.segment()) != null, path + ".segment", "segment", s.segment());
      case Member.Outside o ->
          report.exists(
              index.external(o.external()) != null, path + ".external", "external", o.external());
      case Member.Virtual v ->
          report.exists(
              index.hasBalancer(v.balancer()), path + ".balancer", "balancer", v.balancer());
      case Member.Literal literal -> {}
      case Member.Any any -> {}
    }
  }

  void machines(String path, String name, int first, int last) {
    Machine machine = index.machine(name);
    report.exists(machine != null, path + ".machine", "machine", name);
    boolean ordered = 0 <= first && first <= last;
    boolean within = machine == null || last < machine.count();
    report.require(
        ordered && within, path, "`" + name + "` has no replicas " + first + " to " + last);
  }
}
