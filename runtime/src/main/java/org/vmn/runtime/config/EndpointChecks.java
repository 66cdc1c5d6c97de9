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
      case Member.Machines m -> machines(path, m);
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

  private void machines(String path, Member.Machines m) {
    Machine machine = index.machine(m.machine());
    report.exists(machine != null, path + ".machine", "machine", m.machine());
    boolean ordered = 0 <= m.first() && m.first() <= m.last();
    boolean within = machine == null || m.last() < machine.count();
    report.require(
        ordered && within,
        path,
        "`" + m.machine() + "` has no replicas " + m.first() + " to " + m.last());
  }
}
