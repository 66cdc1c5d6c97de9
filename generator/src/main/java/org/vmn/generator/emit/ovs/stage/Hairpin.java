package org.vmn.generator.emit.ovs.stage;

import org.vmn.generator.emit.ovs.flow.Actions;
import org.vmn.generator.emit.ovs.flow.Flag;
import org.vmn.generator.emit.ovs.flow.FlowSink;
import org.vmn.generator.emit.ovs.flow.Match;
import org.vmn.generator.emit.ovs.flow.Register;
import org.vmn.generator.emit.ovs.flow.Table;
import org.vmn.generator.emit.ovs.plan.HostPlan;
import org.vmn.generator.emit.ovs.plan.Seat;
import org.vmn.generator.emit.ovs.plan.Target;
import org.vmn.runtime.network.Balancer;
import org.vmn.runtime.network.Origin;

/**
 * What a balancer returns to its sender comes from the balancer: else the machine would answer
 * itself, not the balancer.
 */
final class Hairpin implements Stage {
  @Override
  public void emit(HostPlan plan, FlowSink out) {
    out.table(Table.HAIRPIN);
    for (Balancer balancer : plan.balancers()) {
      for (Target target : plan.balancing().targets(balancer)) {
        Seat seat = target.seat();
        if (seat != null && plan.isHere(seat)) {
          int port = seat.adapter().port();
          Match self = at(plan, balancer).inPort(port).register(Register.OUT, port);
          int zone = plan.balancing().hairpinZone(balancer);
          out.add(
              Table.HAIRPIN,
              10,
              balancer.origin(),
              self,
              Actions.none().translate(zone, Table.HAIRPIN_TRACKED));
        }
      }
    }
    out.add(Table.HAIRPIN, 0, Origin.NONE, Match.all(), Actions.go(Table.TRACK_IN));
    out.table(Table.HAIRPIN_TRACKED);
    for (Balancer balancer : plan.balancers()) {
      int zone = plan.balancing().hairpinZone(balancer);
      Actions translate =
          Actions.none().flag(Flag.HAIRPIN).translateFrom(zone, balancer.address(), Table.TRACK_IN);
      out.add(
          Table.HAIRPIN_TRACKED,
          10,
          balancer.origin(),
          at(plan, balancer).state("+trk+new"),
          translate);
      Actions known = Actions.none().flag(Flag.HAIRPIN).then(Table.TRACK_IN);
      out.add(
          Table.HAIRPIN_TRACKED,
          10,
          balancer.origin(),
          at(plan, balancer).state("+trk+est"),
          known);
    }
  }

  private static Match at(HostPlan plan, Balancer balancer) {
    return Match.all()
        .register(Register.BALANCER, plan.number(balancer))
        .and(Protocols.of(balancer.protocol(), balancer.address().family()));
  }
}
