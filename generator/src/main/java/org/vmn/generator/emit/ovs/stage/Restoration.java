package org.vmn.generator.emit.ovs.stage;

import java.util.LinkedHashMap;
import java.util.Map;
import org.vmn.generator.emit.ovs.flow.Actions;
import org.vmn.generator.emit.ovs.flow.FlowSink;
import org.vmn.generator.emit.ovs.flow.Kind;
import org.vmn.generator.emit.ovs.flow.Match;
import org.vmn.generator.emit.ovs.flow.Register;
import org.vmn.generator.emit.ovs.flow.Table;
import org.vmn.generator.emit.ovs.plan.HostPlan;
import org.vmn.runtime.network.Origin;
import org.vmn.runtime.value.Ip;

/** A guest that asked a balancer is answered by the balancer, not by the target. */
final class Restoration implements Stage {
  @Override
  public void emit(HostPlan plan, FlowSink out) {
    out.table(Table.RESTORE);
    if (!plan.guests().isEmpty()) {
      Match untouched = Match.all().register(Register.BALANCER, 0);
      Map<Ip, Integer> errors = new LinkedHashMap<>();
      for (var source : plan.balancing().sources().entrySet()) {
        Actions restore = Actions.none().translate(source.getValue(), Table.HAIRPIN);
        out.add(
            Table.RESTORE, 10, Origin.NONE, untouched.and(Answers.of(source.getKey())), restore);
        errors.putIfAbsent(source.getKey().ip(), source.getValue());
      }
      errors.forEach((ip, zone) -> {
        Actions restore = Actions.none().translate(zone, Table.HAIRPIN);
        out.add(
            Table.RESTORE,
            10,
            Origin.NONE,
            untouched.and(Kind.icmp(ip.family())).from(ip),
            restore);
      });
    }
    out.add(Table.RESTORE, 0, Origin.NONE, Match.all(), Actions.go(Table.HAIRPIN));
  }
}
