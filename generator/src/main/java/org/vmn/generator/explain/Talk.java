package org.vmn.generator.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.vmn.generator.text.Table;
import org.vmn.generator.text.TrafficText;
import org.vmn.runtime.network.Balancer;
import org.vmn.runtime.network.Endpoints;
import org.vmn.runtime.network.Group;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.network.Member;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Origin;
import org.vmn.runtime.network.Policy;

/** The policy in words, and what it means for each machine. */
final class Talk {
  private Talk() {}

  static List<Section> rules(Network network, Function<Origin, String> shown) {
    return List.of(
        new Section("Groups", groups(network)), new Section("Policy", policy(network, shown)));
  }

  /** What the rules say of each machine, where nothing was proved. */
  static List<Section> machines(Network network) {
    return List.of(new Section("Who may talk, by the policy's rules", lines(network)));
  }

  private static List<String> groups(Network network) {
    Table table = Table.of("", "");
    for (Group group : network.groups()) {
      table.row(group.name(), "is " + group.members().text());
    }
    return table.lines();
  }

  private static List<String> policy(Network network, Function<Origin, String> shown) {
    Policy policy = network.policy();
    List<String> lines = new ArrayList<>();
    if (!policy.origin().isKnown() && policy.rules().isEmpty()) {
      lines.add(
          "There is none: every machine may talk to every other that it has a way to."
              + Stated.MARK);
      return lines;
    }
    String otherwise =
        policy.allowByDefault() ? "may pass" : policy.log() ? "is denied and logged" : "is denied";
    lines.add(
        "What no rule mentions "
            + otherwise
            + (policy.origin().isKnown() ? "." : "." + Stated.MARK));
    Table rules = Table.of("", "", "", "", "");
    for (Policy.Rule rule : policy.rules()) {
      boolean allow = rule.action() == Policy.Action.ALLOW;
      rules.row(
          allow ? "allowed" : "never",
          rule.from().text(),
          "to " + rule.to().text(),
          (rule.traffic() == null ? own(rule.to()) : TrafficText.of(rule.traffic()))
              + (rule.log() ? ", logged" : ""),
          shown.apply(rule.origin()));
    }
    lines.addAll(rules.lines());
    return lines;
  }

  /** What a rule without traffic means: a balancer's own port, everything for all else. */
  private static String own(Endpoints to) {
    long virtual = to.include().stream().filter(Member.Virtual.class::isInstance).count();
    return virtual == 0
        ? "everything"
        : virtual == to.include().size()
            ? "its own port"
            : "everything; balancers on their own port";
  }

  private static List<String> lines(Network network) {
    if (network.policy().rules().isEmpty()) {
      return List.of();
    }
    Mentions from = new Mentions(network.policy().rules(), Policy.Rule::from);
    Mentions to = new Mentions(network.policy().rules(), Policy.Rule::to);
    Table table = Table.of("", "", "", "");
    for (Machine machine : network.machines()) {
      List<List<String>> rows = new ArrayList<>();
      rows.addAll(rows(network, from, machine, Policy.Action.ALLOW, false, "may open to"));
      rows.addAll(rows(network, to, machine, Policy.Action.ALLOW, true, "is open to"));
      rows.addAll(rows(network, from, machine, Policy.Action.DENY, false, "never opens to"));
      rows.addAll(rows(network, to, machine, Policy.Action.DENY, true, "is never open to"));
      String name = machine.name();
      for (List<String> row : rows) {
        table.row(name, row.get(0), row.get(1), row.get(2));
        name = "";
      }
      if (rows.isEmpty()) {
        String rest = network.policy().allowByDefault() ? "may talk to all" : "may talk to nobody";
        table.row(name, rest, "", "");
      }
    }
    return table.lines();
  }

  private static List<List<String>> rows(
      Network network,
      Mentions mentions,
      Machine machine,
      Policy.Action action,
      boolean target,
      String words) {
    List<List<String>> rows = new ArrayList<>();
    for (Policy.Rule rule : mentions.of(machine)) {
      Endpoints own = target ? rule.to() : rule.from();
      if (rule.action() == action && holds(own, machine, network, target)) {
        String what = rule.traffic() == null ? "" : "on " + TrafficText.of(rule.traffic());
        String through = target ? through(own, machine, network) : "";
        rows.add(List.of(words, (target ? rule.from() : rule.to()).text() + through, what));
      }
    }
    return rows;
  }

  /** Where the machine is meant as a balancer's target only. */
  private static String through(Endpoints set, Machine machine, Network network) {
    boolean itself =
        set.include().stream()
            .anyMatch(m -> !(m instanceof Member.Virtual) && holds(m, machine, network, true));
    return itself ? "" : " through " + set.text();
  }

  private static boolean holds(Endpoints set, Machine machine, Network network, boolean target) {
    boolean in = set.include().stream().anyMatch(m -> holds(m, machine, network, target));
    boolean out = set.exclude().stream().anyMatch(m -> covers(m, machine));
    return in && !out;
  }

  private static boolean holds(Member member, Machine machine, Network network, boolean target) {
    return switch (member) {
      case Member.Machines m -> m.machine().equals(machine.name());
      case Member.OnSegment s ->
          machine.nics().stream().anyMatch(n -> n.segment().equals(s.segment()));
      case Member.Any any -> true;
      case Member.Literal literal ->
          machine.nics().stream()
              .flatMap(n -> n.addresses().stream())
              .anyMatch(
                  a -> !a.slice(0, machine.count() - 1).intersect(literal.addresses()).isEmpty());
      case Member.Virtual v ->
          target && network.balancers().stream().anyMatch(b -> serves(b, v, machine));
      case Member.Outside outside -> false;
    };
  }

  private static boolean serves(Balancer balancer, Member.Virtual virtual, Machine machine) {
    return balancer.name().equals(virtual.balancer())
        && balancer.targets().stream().anyMatch(t -> t.machine().equals(machine.name()));
  }

  /** Whether a member holds all replicas of the machine. */
  private static boolean covers(Member member, Machine machine) {
    return switch (member) {
      case Member.Machines m ->
          m.machine().equals(machine.name()) && m.first() == 0 && m.last() == machine.count() - 1;
      case Member.OnSegment s ->
          machine.nics().stream().allMatch(n -> n.segment().equals(s.segment()));
      case Member.Any any -> true;
      default -> false;
    };
  }
}
