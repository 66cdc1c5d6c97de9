package org.vmn.generator.emit.ovs.stage;

import java.util.ArrayList;
import java.util.List;
import org.vmn.generator.emit.ovs.flow.Actions;
import org.vmn.generator.emit.ovs.flow.FlowSink;
import org.vmn.generator.emit.ovs.flow.Kind;
import org.vmn.generator.emit.ovs.flow.Match;
import org.vmn.generator.emit.ovs.flow.Register;
import org.vmn.generator.emit.ovs.flow.Table;
import org.vmn.generator.emit.ovs.plan.HostPlan;
import org.vmn.runtime.forward.Acl;
import org.vmn.runtime.forward.Selection;
import org.vmn.runtime.network.Firewall;
import org.vmn.runtime.network.Policy;
import org.vmn.runtime.value.Ip;
import org.vmn.runtime.value.IpSet;

/**
 * Ordered lists. Rules that follow one another with one verdict need no order among them, and share
 * their priorities; each change of the verdict takes lower ones.
 */
public final class FirewallLists implements Stage {
  private static final int HIGHEST = 65_000;

  /** Rules that follow one another with one verdict. */
  private record Run(Policy.Action action, List<Firewall.Rule> rules, List<Selection> selections) {}

  /** How often the verdict of one list may change from rule to rule. */
  public static int mostRuns() {
    return HIGHEST / ConditionFlows.PRIORITIES - 1;
  }

  /** Whether the list has priorities enough. */
  public static boolean fits(Acl acl) {
    return runs(acl).size() <= mostRuns();
  }

  @Override
  public void emit(HostPlan plan, FlowSink out) {
    out.table(Table.FIREWALL);
    int ids = 1;
    int number = 1;
    for (Acl acl : plan.topology().firewalls().lists()) {
      out.about("firewall " + acl.firewall().name());
      for (Ip.Family family : Ip.Family.values()) {
        Match asked = Match.of(Kind.ip(family)).register(Register.LIST, number);
        ids = rules(acl, family, asked, ids, out);
        Actions otherwise = verdict(acl.firewall().allowByDefault());
        out.add(Table.FIREWALL, 1, acl.firewall().origin(), asked, otherwise);
      }
      number++;
    }
  }

  private static Actions verdict(boolean allow) {
    return allow ? Actions.go(Table.ANSWERED) : Actions.DROP;
  }

  private static int rules(Acl acl, Ip.Family family, Match asked, int firstId, FlowSink out) {
    IpSet all = IpSet.ALL.of(family);
    int ids = firstId;
    int base = HIGHEST;
    for (Run run : runs(acl)) {
      base -= ConditionFlows.PRIORITIES;
      List<Condition> conditions = new ArrayList<>();
      for (int i = 0; i < run.selections().size(); i++) {
        Condition condition =
            Condition.of(run.selections().get(i), run.rules().get(i).origin(), family, all, all);
        if (condition != null) {
          conditions.add(condition);
        }
      }
      ids =
          new ConditionFlows(
                  Table.FIREWALL,
                  family,
                  asked,
                  verdict(run.action() == Policy.Action.ALLOW),
                  base,
                  out)
              .emit(conditions, ids);
    }
    return ids;
  }

  private static List<Run> runs(Acl acl) {
    List<Run> runs = new ArrayList<>();
    for (Acl.Line line : acl.lines()) {
      for (Selection selection : line.selections()) {
        if (runs.isEmpty() || runs.getLast().action() != line.rule().action()) {
          runs.add(new Run(line.rule().action(), new ArrayList<>(), new ArrayList<>()));
        }
        runs.getLast().rules().add(line.rule());
        runs.getLast().selections().add(selection);
      }
    }
    return runs;
  }
}
