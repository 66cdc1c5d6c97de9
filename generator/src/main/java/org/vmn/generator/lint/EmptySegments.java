package org.vmn.generator.lint;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.diagnostics.Problem;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Segment;

/** Segments that no machine, router, external or balancer is on. */
final class EmptySegments implements Check {
  @Override
  public void check(Subject subject, Consumer<Problem> out) {
    Network network = subject.network();
    Set<String> used = new HashSet<>();
    network.machines().forEach(m -> m.nics().forEach(n -> used.add(n.segment())));
    network.routers().forEach(r -> r.ports().forEach(p -> used.add(p.segment())));
    network.externals().forEach(e -> used.add(e.segment()));
    network.balancers().forEach(b -> used.add(b.segment()));
    for (Segment segment : network.segments()) {
      if (!used.contains(segment.name())) {
        out.accept(
            Problem.of(
                    Code.EMPTY_SEGMENT, segment.origin(), "nothing is on `" + segment.name() + "`")
                .help("remove it, or put something on it with `nic " + segment.name() + "`"));
      }
    }
  }
}
