package org.vmn.generator.emit.ovs.stage;

import org.vmn.generator.emit.ovs.flow.Match;
import org.vmn.generator.emit.ovs.plan.Target;

/** Packets that may answer a connection to a balancer. */
final class Answers {
  private Answers() {}

  static Match of(Target.Source source) {
    return Match.of(Protocols.of(source.protocol(), source.ip().family()))
        .from(source.ip())
        .fromPort(source.port());
  }
}
