package org.vmn.generator.emit.ovs.stage;

import java.util.List;
import org.vmn.generator.emit.ovs.flow.Actions;
import org.vmn.generator.emit.ovs.flow.Flag;
import org.vmn.generator.emit.ovs.flow.FlowSink;
import org.vmn.generator.emit.ovs.flow.Kind;
import org.vmn.generator.emit.ovs.flow.Match;
import org.vmn.generator.emit.ovs.flow.Register;
import org.vmn.generator.emit.ovs.flow.Table;
import org.vmn.generator.emit.ovs.plan.HostPlan;
import org.vmn.generator.emit.ovs.plan.Target;
import org.vmn.runtime.forward.Exit;
import org.vmn.runtime.network.Balancer;
import org.vmn.runtime.network.External;
import org.vmn.runtime.network.Origin;
import org.vmn.runtime.network.Router;
import org.vmn.runtime.network.Segment;
import org.vmn.runtime.value.Ip;
import org.vmn.runtime.value.Prefix;

/** A connection to a balancer goes to one of its targets: always the same one. */
final class Balance implements Stage {
  @Override
  public void emit(HostPlan plan, FlowSink out) {
    out.table(Table.ARRIVE);
    plan.balancers().forEach(b -> arrive(plan, b, out));
    neighbourAnswers(plan, out);
    out.add(Table.ARRIVE, 0, Origin.NONE, Match.all(), Actions.go(Table.CROSS));
    out.table(Table.BALANCE);
    plan.balancers().forEach(b -> choose(plan, b, out));
    out.table(Table.CHOOSE);
    plan.balancers().forEach(b -> translate(plan, b, out));
    out.table(Table.BALANCED);
    plan.segments().forEach(s -> onwards(plan, s, out));
    out.add(Table.BALANCED, 10, Origin.NONE, Match.all(), Actions.none().through(Table.FIB));
  }

  /** The wire must not see a hardware address from outside come back from us. */
  static Actions onFromOutside(HostPlan plan, Balancer balancer) {
    return Actions.none()
        .set(Register.OUTSIDER, 0)
        .from(plan.mac(balancer))
        .flag(Flag.LOCAL)
        .then(Table.RESOLVE);
  }

  private static void arrive(HostPlan plan, Balancer balancer, FlowSink out) {
    out.about("balancer " + balancer.name());
    Match here = Match.all().segment(plan.number(plan.segment(balancer.segment())));
    Ip.Family family = balancer.address().family();
    Actions enter =
        Actions.none()
            .set(Register.BALANCER, plan.number(balancer))
            .translate(plan.balancing().zone(balancer), Table.BALANCE);
    Match own =
        here.and(Protocols.of(balancer.protocol(), family))
            .to(balancer.address())
            .toPort(balancer.port());
    out.add(Table.ARRIVE, 100, balancer.origin(), own, enter);
    // Errors about its connections, such as "packet too big", are for the target.
    out.add(
        Table.ARRIVE,
        95,
        balancer.origin(),
        here.and(Kind.icmp(family)).to(balancer.address()),
        enter);
    out.add(Table.ARRIVE, 90, balancer.origin(), here.to(balancer.address()), Actions.DROP);
  }

  /** Answers to neighbours outside are translated back where they leave. */
  private static void neighbourAnswers(HostPlan plan, FlowSink out) {
    for (Segment segment : plan.segments()) {
      if (!plan.neighbours(segment).isEmpty() && Learning.isGatewayOn(plan, segment)) {
        out.about("answers of targets to neighbours on " + segment.name());
        Match on = Match.all().segment(plan.number(segment));
        for (var source : plan.balancing().sources().entrySet()) {
          Match from = on.and(Answers.of(source.getKey()));
          out.add(
              Table.ARRIVE,
              50,
              segment.origin(),
              from,
              Actions.none().translate(source.getValue(), Table.CROSS));
        }
      }
    }
  }

  private static void choose(HostPlan plan, Balancer balancer, FlowSink out) {
    List<Target> targets = plan.balancing().targets(balancer);
    Match at = Match.all().register(Register.BALANCER, plan.number(balancer));
    Match fresh =
        at.state("+trk+new").and(Protocols.of(balancer.protocol(), balancer.address().family()));
    boolean bySource = balancer.algorithm() == Balancer.Algorithm.SOURCE_HASH;
    Actions spread =
        targets.isEmpty()
            ? Actions.DROP
            : Actions.none().spread(bySource, targets.size(), Register.TARGET).then(Table.CHOOSE);
    out.add(Table.BALANCE, 100, balancer.origin(), fresh, spread);
    out.add(Table.BALANCE, 90, balancer.origin(), at.state("+trk+est"), Actions.go(Table.BALANCED));
    out.add(Table.BALANCE, 90, balancer.origin(), at.state("+trk+rel"), Actions.go(Table.BALANCED));
  }

  private static void translate(HostPlan plan, Balancer balancer, FlowSink out) {
    out.about("balancer " + balancer.name());
    Match at =
        Match.all()
            .register(Register.BALANCER, plan.number(balancer))
            .and(Protocols.of(balancer.protocol(), balancer.address().family()));
    int zone = plan.balancing().zone(balancer);
    int number = 0;
    for (Target target : plan.balancing().targets(balancer)) {
      Ip ip = target.ip();
      Actions to =
          ip == null
              ? Actions.DROP
              : Actions.none().translateTo(zone, ip, balancer.targetPort(), Table.BALANCED);
      out.add(Table.CHOOSE, 100, balancer.origin(), at.register(Register.TARGET, number++), to);
    }
  }

  /**
   * Without a router yet: to a neighbour, else by the way that machines of the segment leave it.
   */
  private static void onwards(HostPlan plan, Segment segment, FlowSink out) {
    List<Balancer> here =
        plan.balancers().stream().filter(b -> b.segment().equals(segment.name())).toList();
    if (here.isEmpty()) {
      return;
    }
    out.about("from balancers on " + segment.name());
    Match on = Match.all().segment(plan.number(segment)).register(Register.ROUTER, 0);
    for (Prefix subnet : segment.subnets()) {
      out.add(
          Table.BALANCED,
          60,
          segment.origin(),
          on.to(subnet),
          Actions.none().flag(Flag.LOCAL).then(Table.RESOLVE));
      for (Balancer balancer : here) {
        Match from =
            on.register(Register.BALANCER, plan.number(balancer)).flags(Flag.UPLINK).to(subnet);
        out.add(Table.BALANCED, 70, balancer.origin(), from, onFromOutside(plan, balancer));
        for (External external : plan.externals(segment)) {
          int list = plan.topology().firewalls().first(external);
          if (list > 0) {
            Match opens = from.register(Register.OUTSIDER, plan.number(external)).state("+trk+new");
            out.add(Table.BALANCED, 80, external.origin(), opens, Step.BALANCED.ask(list));
          }
        }
      }
    }
    for (Ip.Family family : Ip.Family.values()) {
      for (Exit exit : plan.topology().forwarding().exits(segment.name(), family)) {
        if (exit instanceof Exit.ThroughRouter through) {
          Router router = through.router();
          Actions enter =
              Actions.none()
                  .set(Register.ROUTER, plan.number(router))
                  .copySegment(Register.FROM)
                  .through(Table.FIB);
          out.add(Table.BALANCED, 50, segment.origin(), on.and(Kind.ip(family)), enter);
          break;
        }
      }
    }
    out.add(Table.BALANCED, 40, segment.origin(), on, Actions.DROP);
  }
}
