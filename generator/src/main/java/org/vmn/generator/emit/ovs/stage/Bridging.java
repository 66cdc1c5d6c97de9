package org.vmn.generator.emit.ovs.stage;

import org.vmn.generator.emit.ovs.flow.Actions;
import org.vmn.generator.emit.ovs.flow.Flag;
import org.vmn.generator.emit.ovs.flow.FlowSink;
import org.vmn.generator.emit.ovs.flow.Match;
import org.vmn.generator.emit.ovs.flow.Register;
import org.vmn.generator.emit.ovs.flow.Table;
import org.vmn.generator.emit.ovs.plan.HostPlan;
import org.vmn.runtime.network.Balancer;
import org.vmn.runtime.network.Origin;
import org.vmn.runtime.network.Router;

/** By hardware address: to a router, to a balancer, or to a neighbour. */
final class Bridging implements Stage {
  @Override
  public void emit(HostPlan plan, FlowSink out) {
    out.table(Table.BRIDGE);
    for (Router router : plan.routers()) {
      out.about("router " + router.name());
      Actions enter =
          Actions.none()
              .set(Register.ROUTER, plan.number(router))
              .copySegment(Register.FROM)
              .then(Table.ROUTER_IN);
      for (Router.Port port : router.ports()) {
        Match on = Match.all().segment(plan.number(plan.segment(port.segment())));
        out.add(Table.BRIDGE, 100, port.origin(), on.flags(Flag.GUEST).to(port.mac()), enter);
        if (plan.isGateway(router)) {
          out.add(Table.BRIDGE, 90, port.origin(), on.to(plan.mac(router)), enter);
        }
      }
    }
    for (Balancer balancer : plan.balancers()) {
      out.about("balancer " + balancer.name());
      Actions enter =
          Actions.none().set(Register.ROUTER, 0).copySegment(Register.FROM).then(Table.ARRIVE);
      Match on =
          Match.all().segment(plan.number(plan.segment(balancer.segment()))).to(balancer.address());
      out.add(Table.BRIDGE, 100, balancer.origin(), on.flags(Flag.GUEST).to(balancer.mac()), enter);
      if (plan.isGateway(balancer)) {
        out.add(
            Table.BRIDGE,
            100,
            balancer.origin(),
            on.flags(Flag.UPLINK).to(plan.mac(balancer)),
            enter);
      }
    }
    out.add(Table.BRIDGE, 0, Origin.NONE, Match.all(), Actions.go(Table.FORWARD));
  }
}
