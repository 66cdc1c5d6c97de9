package org.vmn.generator.elaborate;

import java.util.ArrayList;
import java.util.List;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.diagnostics.Problem;
import org.vmn.dsl.vmn.Action;
import org.vmn.dsl.vmn.EndpointTerm;
import org.vmn.dsl.vmn.FailKind;
import org.vmn.dsl.vmn.FailMode;
import org.vmn.dsl.vmn.FirewallDefault;
import org.vmn.dsl.vmn.Router;
import org.vmn.dsl.vmn.Rule;
import org.vmn.runtime.network.Chain;
import org.vmn.runtime.network.Firewall;
import org.vmn.runtime.network.Member;
import org.vmn.runtime.network.Origin;
import org.vmn.runtime.network.Policy;

/** What stands in the way of connections: ordered firewalls, and chains of machines. */
final class FilterPart {
  private final Context context;
  private final SetResolver sets;
  private final TrafficResolver traffic;

  FilterPart(Context context, SetResolver sets, TrafficResolver traffic) {
    this.context = context;
    this.sets = sets;
    this.traffic = traffic;
  }

  List<Firewall> firewalls() {
    return context.all(org.vmn.dsl.vmn.Firewall.class).map(this::firewall).toList();
  }

  /** What no rule of the list matches is denied, as on every router. */
  private Firewall firewall(org.vmn.dsl.vmn.Firewall firewall) {
    boolean allow =
        Context.properties(firewall.getProperties(), FirewallDefault.class).stream()
            .anyMatch(d -> d.getAction() == Action.ALLOW);
    boolean router = firewall.getPlace() instanceof Router;
    String place = firewall.getPlace().getName();
    return new Firewall(
        firewall.getName(),
        router ? place : null,
        router ? null : place,
        allow,
        Context.properties(firewall.getProperties(), Rule.class).stream().map(this::rule).toList(),
        context.origin(firewall));
  }

  private Firewall.Rule rule(Rule rule) {
    return new Firewall.Rule(
        rule.getAction() == Action.ALLOW ? Policy.Action.ALLOW : Policy.Action.DENY,
        sets.resolve(rule.getFrom()),
        sets.resolve(rule.getTo()),
        traffic.resolve(rule.getTraffic(), rule.getTo()),
        rule.isLog(),
        context.origins().whole(rule));
  }

  List<Chain> chains() {
    return context.all(org.vmn.dsl.vmn.Chain.class).map(this::chain).toList();
  }

  private Chain chain(org.vmn.dsl.vmn.Chain chain) {
    return new Chain(
        chain.getName(),
        sets.resolve(chain.getFrom()),
        sets.resolve(chain.getTo()),
        traffic.resolve(chain.getTraffic(), chain.getTo()),
        chain.getStages().stream().map(this::stage).toList(),
        Context.properties(chain.getProperties(), FailMode.class).stream()
            .anyMatch(m -> m.getKind() == FailKind.FAIL_OPEN),
        context.origin(chain));
  }

  private Chain.Stage stage(EndpointTerm term) {
    Origin origin = context.origins().whole(term);
    List<Member.Machines> instances = new ArrayList<>();
    for (Member member : sets.members(term)) {
      if (member instanceof Member.Machines machines) {
        instances.add(machines);
      } else {
        context.report(
            Problem.of(Code.WRONG_KIND, origin, "a stage of a chain is made of machines only")
                .help("name a vm, or a group of them"));
      }
    }
    return new Chain.Stage(instances, origin);
  }
}
