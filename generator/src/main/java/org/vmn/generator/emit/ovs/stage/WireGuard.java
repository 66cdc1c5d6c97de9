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
import org.vmn.generator.layout.HostLayout;
import org.vmn.generator.layout.HostMac;
import org.vmn.runtime.network.Balancer;
import org.vmn.runtime.network.External;
import org.vmn.runtime.network.Origin;
import org.vmn.runtime.network.Router;
import org.vmn.runtime.network.Segment;
import org.vmn.runtime.value.Ip;
import org.vmn.runtime.value.Mac;
import org.vmn.runtime.value.Prefix;

/**
 * What comes over a wire is from another of our hosts, known by its hardware address and checked
 * there, or from an external: then from one of its addresses, never from one of ours.
 */
final class WireGuard implements Stage {
  @Override
  public void emit(HostPlan plan, FlowSink out) {
    for (Segment segment : plan.segments()) {
      if (segment.transport() instanceof Segment.Vlan && plan.carries(segment)) {
        ours(plan, segment, out);
        if (!plan.externals(segment).isEmpty()) {
          theirs(plan, segment, out);
        }
      }
    }
  }

  private static Match wire(HostPlan plan, Segment segment) {
    return Match.all().segment(plan.number(segment)).flags(Flag.UPLINK);
  }

  private static void ours(HostPlan plan, Segment segment, FlowSink out) {
    out.about("our own on the wire of " + segment.name());
    for (Seat seat : plan.topology().seats(segment.name())) {
      if (!plan.isHere(seat)) {
        known(plan, segment, seat.mac(), seat.origin(), out);
      }
    }
    for (HostLayout host : plan.topology().carriers(segment)) {
      if (!host.equals(plan.here())) {
        for (Router router : plan.topology().forwarding().routersOn(segment.name())) {
          known(
              plan,
              segment,
              HostMac.router(plan.network(), router.name(), host.ref()),
              router.origin(),
              out);
        }
        for (Balancer balancer : plan.balancers()) {
          if (balancer.segment().equals(segment.name()) && host.ref().equals(balancer.gateway())) {
            known(
                plan,
                segment,
                HostMac.balancer(plan.network(), balancer.name(), host.ref()),
                balancer.origin(),
                out);
          }
        }
      }
    }
  }

  private static void known(HostPlan plan, Segment segment, Mac mac, Origin origin, FlowSink out) {
    out.add(Table.GUARD, 50, origin, wire(plan, segment).from(mac), Actions.go(Table.NEIGHBOUR));
  }

  private static void theirs(HostPlan plan, Segment segment, FlowSink out) {
    Match wire = wire(plan, segment);
    out.about("nobody else on the wire of " + segment.name() + " has an address of ours");
    for (Ip ip : owned(plan, segment)) {
      Match claim =
          ip.isV4()
              ? wire.and(Kind.ARP).arpSender(ip)
              : wire.and(Match.discovery(136)).discoveryTarget(ip);
      out.add(Table.GUARD, 45, segment.origin(), claim, Actions.DROP);
    }
    out.about("externals on the wire of " + segment.name());
    out.add(Table.GUARD, 40, segment.origin(), wire.and(Kind.ARP), Actions.go(Table.LEARN));
    out.add(
        Table.GUARD, 40, segment.origin(), wire.and(Match.discovery(135)), Actions.go(Table.LEARN));
    out.add(
        Table.GUARD, 40, segment.origin(), wire.and(Match.discovery(136)), Actions.go(Table.LEARN));
    for (int type : new int[] {133, 134, 137}) {
      out.add(Table.GUARD, 40, Origin.NONE, wire.and(Kind.ICMP6).icmpType(type), Actions.DROP);
    }
    for (External external : plan.externals(segment)) {
      Actions enter =
          Actions.none().set(Register.OUTSIDER, plan.number(external)).then(Table.NEIGHBOUR);
      for (Prefix prefix : plan.outside(external).prefixes()) {
        out.add(Table.GUARD, 30, external.origin(), wire.from(prefix), enter);
      }
    }
  }

  private static List<Ip> owned(HostPlan plan, Segment segment) {
    List<Ip> owned = new ArrayList<>();
    plan.topology().everySeat(segment.name()).forEach(s -> owned.addAll(s.addresses()));
    for (Router router : plan.topology().forwarding().routersOn(segment.name())) {
      router.ports().stream()
          .filter(p -> p.segment().equals(segment.name()))
          .forEach(p -> owned.addAll(p.addresses()));
    }
    plan.balancers().stream()
        .filter(b -> b.segment().equals(segment.name()))
        .forEach(b -> owned.add(b.address()));
    return owned;
  }
}
