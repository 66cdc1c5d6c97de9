package org.vmn.generator.emit.ovs.stage;

import org.vmn.generator.emit.ovs.flow.Actions;
import org.vmn.generator.emit.ovs.flow.Flag;
import org.vmn.generator.emit.ovs.flow.FlowSink;
import org.vmn.generator.emit.ovs.flow.Kind;
import org.vmn.generator.emit.ovs.flow.Match;
import org.vmn.generator.emit.ovs.flow.Register;
import org.vmn.generator.emit.ovs.flow.Table;
import org.vmn.generator.emit.ovs.plan.HostPlan;
import org.vmn.generator.emit.ovs.plan.Seat;
import org.vmn.generator.emit.ovs.plan.Target;
import org.vmn.runtime.network.Balancer;
import org.vmn.runtime.network.Origin;
import org.vmn.runtime.value.Ip;

/**
 * A machine that reached itself through a balancer answers the balancer: both addresses are
 * restored, and it gets its answer.
 */
final class HairpinBack implements Stage {
  @Override
  public void emit(HostPlan plan, FlowSink out) {
    out.table(Table.HAIRPIN_BACK);
    for (Balancer balancer : plan.balancers()) {
      for (Target target : plan.balancing().targets(balancer)) {
        Ip ip = target.ip();
        Seat seat = target.seat();
        if (ip != null && seat != null && plan.isHere(seat)) {
          out.add(
              Table.HAIRPIN_BACK,
              100,
              balancer.origin(),
              Match.all()
                  .inPort(seat.adapter().port())
                  .and(Protocols.of(balancer.protocol(), ip.family()))
                  .from(ip)
                  .to(balancer.address())
                  .fromPort(balancer.targetPort()),
              Actions.none()
                  .set(Register.BALANCER, plan.number(balancer))
                  .translate(plan.balancing().hairpinZone(balancer), Table.HAIRPIN_RESTORE));
        }
      }
    }
    out.add(Table.HAIRPIN_BACK, 0, Origin.NONE, Match.all(), Actions.go(Table.BRIDGE));
    out.table(Table.HAIRPIN_RESTORE);
    for (Balancer balancer : plan.balancers()) {
      out.add(
          Table.HAIRPIN_RESTORE,
          100,
          balancer.origin(),
          Match.of(Kind.ip(balancer.address().family()))
              .register(Register.BALANCER, plan.number(balancer))
              .state("+trk+est+rpl"),
          Actions.none()
              .set(Register.BALANCER, 0)
              .turnAround()
              .from(balancer.mac())
              .flag(Flag.HAIRPIN)
              .copyInPort(Register.OUT)
              .copy(Register.FROM_ZONE, Register.TO_ZONE)
              .translate(plan.balancing().zone(balancer), Table.TRACK_IN));
    }
    out.add(
        Table.HAIRPIN_RESTORE,
        0,
        Origin.NONE,
        Match.all(),
        Actions.none().set(Register.BALANCER, 0).then(Table.BRIDGE));
  }
}
