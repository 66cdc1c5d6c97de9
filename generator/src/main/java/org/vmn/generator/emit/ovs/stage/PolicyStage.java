package org.vmn.generator.emit.ovs.stage;

import java.util.ArrayList;
import java.util.List;
import org.vmn.generator.emit.ovs.flow.Actions;
import org.vmn.generator.emit.ovs.flow.Flag;
import org.vmn.generator.emit.ovs.flow.FlowSink;
import org.vmn.generator.emit.ovs.flow.Kind;
import org.vmn.generator.emit.ovs.flow.Match;
import org.vmn.generator.emit.ovs.flow.Register;
import org.vmn.generator.emit.ovs.flow.Table;
import org.vmn.generator.emit.ovs.plan.HostPlan;
import org.vmn.generator.emit.ovs.plan.Seat;
import org.vmn.runtime.forward.Filter;
import org.vmn.runtime.forward.Selection;
import org.vmn.runtime.network.Origin;
import org.vmn.runtime.network.Policy;
import org.vmn.runtime.value.Ip;
import org.vmn.runtime.value.IpRange;
import org.vmn.runtime.value.IpSet;

/**
 * The policy, at the adapter that sends and at the adapter that receives. Established connections
 * pass; new ones are asked about once, and remembered.
 */
final class PolicyStage implements Stage {
  static final Stage OUT =
      new PolicyStage(Table.POLICY_OUT, Register.FROM_ZONE, Table.HAIRPIN_BACK);
  static final Stage IN = new PolicyStage(Table.POLICY_IN, Register.TO_ZONE, Table.OUTPUT);

  private static final int DENY = 200;
  private static final int ALLOW = 100;

  private final Table table;
  private final Register zone;
  private final Table next;

  private PolicyStage(Table table, Register zone, Table next) {
    this.table = table;
    this.zone = zone;
    this.next = next;
  }

  @Override
  public void emit(HostPlan plan, FlowSink out) {
    Policy policy = plan.network().policy();
    out.table(table);
    out.add(table, 310, Origin.NONE, Match.all().state("+trk+inv"), Actions.DROP);
    out.add(table, 300, Origin.NONE, Match.all().state("+trk+est"), Actions.go(next));
    out.add(table, 300, Origin.NONE, Match.all().state("+trk+rel"), Actions.go(next));
    Actions commit = Actions.none().commit(zone);
    commit = (next == Table.OUTPUT ? commit : commit.flag(Flag.FRESH)).then(next);
    for (Ip.Family family : Ip.Family.values()) {
      if (next == Table.OUTPUT) {
        out.add(table, 290, Origin.NONE, fresh(family).flags(Flag.HAIRPIN), commit);
      }
    }
    int ids = 1;
    for (Ip.Family family : Ip.Family.values()) {
      IpSet local = local(plan).of(family);
      if (!local.isEmpty()) {
        ids = clauses(plan, family, local, Policy.Action.DENY, Actions.DROP, ids, out);
        ids = clauses(plan, family, local, Policy.Action.ALLOW, commit, ids, out);
      }
    }
    out.about("policy default " + (policy.allowByDefault() ? "allow" : "deny"));
    for (Ip.Family family : Ip.Family.values()) {
      out.add(
          table,
          10,
          policy.origin(),
          fresh(family),
          policy.allowByDefault() ? commit : Actions.DROP);
    }
    out.add(table, 0, Origin.NONE, Match.all(), Actions.DROP);
  }

  private static Match fresh(Ip.Family family) {
    return Match.of(Kind.ip(family)).state("+trk+new");
  }

  /** The addresses that guests here may have at this end. */
  private IpSet local(HostPlan plan) {
    List<IpRange> local = new ArrayList<>();
    for (Seat seat : plan.guests()) {
      if (next != Table.OUTPUT && seat.adapter().nic().spoof()) {
        return IpSet.ALL;
      }
      seat.addresses().forEach(ip -> local.add(IpRange.of(ip)));
    }
    return IpSet.of(local);
  }

  private int clauses(
      HostPlan plan,
      Ip.Family family,
      IpSet local,
      Policy.Action action,
      Actions verdict,
      int firstId,
      FlowSink out) {
    boolean sends = next != Table.OUTPUT;
    IpSet all = IpSet.ALL.of(family);
    IpSet sources = sends ? local : all;
    IpSet destinations = sends ? all : local;
    List<Condition> conditions = new ArrayList<>();
    for (Filter.Clause clause : plan.topology().forwarding().filter().clauses()) {
      if (clause.rule().action() == action) {
        Selection selection = new Selection(clause.from(), clause.to(), clause.traffic());
        Condition condition =
            Condition.of(selection, clause.rule().origin(), family, sources, destinations);
        if (condition != null) {
          conditions.add(condition);
        }
      }
    }
    out.about((action == Policy.Action.DENY ? "deny" : "allow") + ", " + family.title());
    int base = action == Policy.Action.DENY ? DENY : ALLOW;
    return new ConditionFlows(table, family, fresh(family), verdict, base, out)
        .emit(conditions, firstId);
  }
}
