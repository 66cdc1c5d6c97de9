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
import org.vmn.runtime.network.Balancer;
import org.vmn.runtime.network.Origin;
import org.vmn.runtime.network.Router;
import org.vmn.runtime.network.Segment;
import org.vmn.runtime.value.Ip;
import org.vmn.runtime.value.Mac;

/**
 * ARP and neighbour discovery. Questions for routers and balancers are answered on the spot; those
 * for machines go to the one that they are about and to nobody else, since all are known.
 */
final class Neighbours implements Stage {
  @Override
  public void emit(HostPlan plan, FlowSink out) {
    out.table(Table.NEIGHBOUR);
    for (Router router : plan.routers()) {
      for (Router.Port port : router.ports()) {
        Segment segment = plan.segment(port.segment());
        out.about("router " + router.name() + " on " + port.segment());
        for (Ip ip : port.addresses()) {
          answer(plan, segment, Flag.GUEST, ip, port.mac(), port.origin(), out);
          if (plan.isGateway(router)) {
            answer(plan, segment, Flag.UPLINK, ip, plan.mac(router), port.origin(), out);
          }
        }
      }
    }
    for (Balancer balancer : plan.balancers()) {
      Segment segment = plan.segment(balancer.segment());
      out.about("balancer " + balancer.name() + " on " + balancer.segment());
      answer(plan, segment, Flag.GUEST, balancer.address(), balancer.mac(), balancer.origin(), out);
      if (plan.isGateway(balancer)) {
        answer(
            plan,
            segment,
            Flag.UPLINK,
            balancer.address(),
            plan.mac(balancer),
            balancer.origin(),
            out);
      }
    }
    for (Segment segment : plan.segments()) {
      machines(plan, segment, out);
    }
    rest(out);
    option(plan, out);
  }

  private static Match question(Ip ip) {
    return ip.isV4()
        ? Match.of(Kind.ARP).arpOperation(1).arpTarget(ip)
        : Match.discovery(135).discoveryTarget(ip);
  }

  private static void answer(
      HostPlan plan, Segment segment, Flag asker, Ip ip, Mac mac, Origin origin, FlowSink out) {
    Actions back = asker == Flag.GUEST ? Actions.none().back() : plan.wire(segment);
    if (back == null) {
      return;
    }
    Match asked = Match.all().segment(plan.number(segment)).flags(asker).and(question(ip));
    out.add(
        Table.NEIGHBOUR,
        100,
        origin,
        asked,
        ip.isV4() ? isAt(ip, mac).and(back) : advertise(ip, mac));
    if (!ip.isV4()) {
      out.add(Table.NEIGHBOUR, 110, origin, asked.from(Ip.lowest(Ip.Family.V6)), Actions.DROP);
    }
  }

  private static Actions isAt(Ip ip, Mac mac) {
    return Actions.none()
        .turnAround()
        .from(mac)
        .set("arp_op", "2")
        .move("NXM_NX_ARP_SHA[]", "NXM_NX_ARP_THA[]")
        .move("NXM_OF_ARP_SPA[]", "NXM_OF_ARP_TPA[]")
        .set("arp_sha", mac.toString())
        .set("arp_spa", ip.toString());
  }

  /** Router, solicited and override; the option becomes that of the target's address. */
  private static Actions advertise(Ip ip, Mac mac) {
    return Actions.none()
        .turnAround()
        .from(mac)
        .move("NXM_NX_IPV6_SRC[]", "NXM_NX_IPV6_DST[]")
        .set("ipv6_src", ip.toString())
        .set("icmpv6_type", "136")
        .set("nd_reserved", "0xe0000000")
        .set("nd_options_type", "2")
        .through(Table.ADVERTISE);
  }

  private static void machines(HostPlan plan, Segment segment, FlowSink out) {
    out.about("machines on " + segment.name());
    Match on = Match.all().segment(plan.number(segment));
    Actions wire = plan.externals(segment).isEmpty() ? null : plan.wire(segment);
    for (Seat seat : plan.topology().seats(segment.name())) {
      for (Ip ip : seat.addresses()) {
        if (segment.isolated()) {
          Match asks = on.flags(Flag.GUEST).and(question(ip));
          out.add(Table.NEIGHBOUR, 52, segment.origin(), asks, Actions.DROP);
        }
        if (plan.isHere(seat)) {
          Actions here = Actions.none().set(Register.OUT, seat.adapter().port()).then(Table.OUTPUT);
          out.add(Table.NEIGHBOUR, 50, seat.origin(), on.and(question(ip)), here);
          if (wire != null && ip.isV4()) {
            out.add(
                Table.NEIGHBOUR,
                55,
                seat.origin(),
                on.flags(Flag.LOCAL).and(question(ip)).arpSender(ip),
                wire);
          }
        } else {
          Actions there = plan.send(segment, seat.host());
          if (there != null) {
            out.add(
                Table.NEIGHBOUR, 50, seat.origin(), on.flags(Flag.LOCAL).and(question(ip)), there);
          }
        }
      }
    }
    if (wire != null) {
      Match local = on.flags(Flag.LOCAL);
      out.add(Table.NEIGHBOUR, 40, segment.origin(), local.and(Kind.ARP).arpOperation(1), wire);
      out.add(Table.NEIGHBOUR, 40, segment.origin(), local.and(Match.discovery(135)), wire);
      out.add(
          Table.NEIGHBOUR,
          40,
          segment.origin(),
          local.and(Kind.ARP).arpOperation(2).to(Mac.BROADCAST),
          wire);
    }
  }

  private static void rest(FlowSink out) {
    out.about("answers go to whom they are for; all else is no neighbour's business");
    out.add(
        Table.NEIGHBOUR,
        30,
        Origin.NONE,
        Match.of(Kind.ARP).arpOperation(2),
        Actions.go(Table.FORWARD));
    out.add(Table.NEIGHBOUR, 30, Origin.NONE, Match.discovery(136), Actions.go(Table.FORWARD));
    out.add(Table.NEIGHBOUR, 20, Origin.NONE, Match.discovery(135), Actions.DROP);
    out.add(Table.NEIGHBOUR, 10, Origin.NONE, Match.of(Kind.IP4), Actions.go(Table.BRIDGE));
    out.add(Table.NEIGHBOUR, 10, Origin.NONE, Match.of(Kind.IP6), Actions.go(Table.BRIDGE));
    out.add(Table.NEIGHBOUR, 0, Origin.NONE, Match.all(), Actions.DROP);
  }

  /** A table of its own: only what matches as an advertisement may get the option of one. */
  private static void option(HostPlan plan, FlowSink out) {
    out.table(Table.ADVERTISE);
    Actions target = Actions.none().move("NXM_OF_ETH_SRC[]", "NXM_NX_ND_TLL[]");
    out.add(
        Table.ADVERTISE, 10, Origin.NONE, Match.discovery(136).flags(Flag.GUEST), target.back());
    for (Segment segment : plan.segments()) {
      Actions wire = plan.wire(segment);
      if (wire != null) {
        Match on = Match.discovery(136).segment(plan.number(segment)).flags(Flag.UPLINK);
        out.add(Table.ADVERTISE, 10, segment.origin(), on, target.and(wire));
      }
    }
  }
}
