package org.vmn.generator.emit.ovs.stage;

import org.vmn.generator.emit.ovs.flow.Actions;
import org.vmn.generator.emit.ovs.flow.Flag;
import org.vmn.generator.emit.ovs.flow.FlowSink;
import org.vmn.generator.emit.ovs.flow.Match;
import org.vmn.generator.emit.ovs.flow.Register;
import org.vmn.generator.emit.ovs.flow.Table;
import org.vmn.generator.emit.ovs.plan.HostPlan;
import org.vmn.generator.emit.ovs.plan.Paths;
import org.vmn.runtime.value.Prefix;

/**
 * A firewall drops answers to what it didn't see. A router is on every host, so none of its parts
 * sees both directions; but which routers a connection crosses is known beforehand.
 */
final class UnknownAnswers {
  private final HostPlan plan;
  private final FlowSink out;

  UnknownAnswers(HostPlan plan, FlowSink out) {
    this.plan = plan;
    this.out = out;
  }

  void emit() {
    for (Paths.Unseen unseen : plan.topology().unseen()) {
      if (unseen.fromOutside() || !plan.routers().contains(unseen.router())) {
        continue; // Of outside Limitations tells.
      }
      Match answers =
          Match.all()
              .flags(Flag.GUEST)
              .state("+trk+est+rpl")
              .register(Register.ROUTER, plan.number(unseen.router()));
      for (Prefix server : unseen.server().prefixes()) {
        for (Prefix client : unseen.client().prefixes()) {
          if (server.address().family() == client.address().family()) {
            out.add(
                Table.CROSS,
                70,
                unseen.router().origin(),
                answers.from(server).to(client),
                Actions.DROP);
          }
        }
      }
    }
  }
}
