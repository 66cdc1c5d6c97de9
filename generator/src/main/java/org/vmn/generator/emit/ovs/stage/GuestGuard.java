package org.vmn.generator.emit.ovs.stage;

import org.vmn.generator.emit.ovs.flow.Actions;
import org.vmn.generator.emit.ovs.flow.Flag;
import org.vmn.generator.emit.ovs.flow.FlowSink;
import org.vmn.generator.emit.ovs.flow.Kind;
import org.vmn.generator.emit.ovs.flow.Match;
import org.vmn.generator.emit.ovs.flow.Table;
import org.vmn.generator.emit.ovs.plan.HostPlan;
import org.vmn.generator.emit.ovs.plan.Seat;
import org.vmn.runtime.network.Origin;
import org.vmn.runtime.value.Ip;
import org.vmn.runtime.value.Mac;
import org.vmn.runtime.value.Prefix;

/**
 * A guest sends from its own addresses only, unless its adapter says {@code spoof}; and never plays
 * DHCP server or IPv6 router.
 */
final class GuestGuard implements Stage {
  private static final Prefix LINK_LOCAL = Prefix.parse("fe80::/10");
  private static final Ip UNSPECIFIED = Ip.lowest(Ip.Family.V6);
  private static final Mac ABSENT = new Mac(0);

  @Override
  public void emit(HostPlan plan, FlowSink out) {
    out.table(Table.GUARD);
    out.about("what no guest may be: a DHCP server, an IPv6 router");
    Match guest = Match.all().flags(Flag.GUEST);
    drop(out, 90, guest.and(Kind.UDP4).and(Match.of(Kind.UDP4).fromPort(67).toPort(68)));
    drop(out, 90, guest.and(Kind.UDP6).and(Match.of(Kind.UDP6).fromPort(547).toPort(546)));
    for (int type = 133; type <= 137; type++) {
      boolean discovery = type == 135 || type == 136;
      drop(out, discovery ? 55 : 90, guest.and(Kind.ICMP6).icmpType(type));
    }
    for (Seat seat : plan.guests()) {
      out.about(seat.name() + (seat.adapter().nic().spoof() ? " may send from any address" : ""));
      if (seat.adapter().nic().spoof()) {
        free(seat, out);
      } else {
        bound(seat, out);
      }
    }
    out.add(Table.GUARD, 0, Origin.NONE, Match.all(), Actions.DROP);
  }

  private static void drop(FlowSink out, int priority, Match match) {
    out.add(Table.GUARD, priority, Origin.NONE, match, Actions.DROP);
  }

  private static void free(Seat seat, FlowSink out) {
    Match port = Match.all().inPort(seat.adapter().port());
    pass(out, seat, 60, port.and(Match.discovery(135)), Table.NEIGHBOUR);
    pass(out, seat, 60, port.and(Match.discovery(136)), Table.NEIGHBOUR);
    pass(out, seat, 50, port.and(Kind.ARP), Table.NEIGHBOUR);
    pass(out, seat, 50, port.and(Kind.IP4), Table.TRACK_OUT);
    pass(out, seat, 50, port.and(Kind.IP6), Table.TRACK_OUT);
  }

  private static void bound(Seat seat, FlowSink out) {
    Mac mac = seat.mac();
    Match port = Match.all().inPort(seat.adapter().port()).from(mac);
    boolean v4 = false;
    boolean v6 = false;
    for (Ip ip : seat.addresses()) {
      pass(out, seat, 50, port.from(ip), Table.TRACK_OUT);
      if (ip.isV4()) {
        v4 = true;
        pass(out, seat, 50, port.and(Kind.ARP).arpSender(mac).arpSender(ip), Table.NEIGHBOUR);
      } else {
        v6 = true;
        solicit(seat, port, new Prefix(ip, 128), out);
        Match advertisement = port.and(Match.discovery(136)).discoveryTarget(ip);
        pass(out, seat, 60, advertisement.discoveryTarget(mac), Table.NEIGHBOUR);
        pass(out, seat, 60, advertisement.discoveryTarget(ABSENT), Table.NEIGHBOUR);
      }
    }
    if (v4) {
      pass(
          out,
          seat,
          50,
          port.and(Kind.ARP).arpSender(mac).arpSender(Ip.lowest(Ip.Family.V4)),
          Table.NEIGHBOUR);
    }
    if (v6) {
      solicit(seat, port, LINK_LOCAL, out);
      Match probe = port.and(Match.discovery(135)).from(UNSPECIFIED).discoverySource(ABSENT);
      pass(out, seat, 60, probe, Table.NEIGHBOUR);
    }
  }

  private static void solicit(Seat seat, Match port, Prefix from, FlowSink out) {
    Match solicitation = port.and(Match.discovery(135)).from(from);
    pass(out, seat, 60, solicitation.discoverySource(seat.mac()), Table.NEIGHBOUR);
    pass(out, seat, 60, solicitation.discoverySource(ABSENT), Table.NEIGHBOUR);
  }

  private static void pass(FlowSink out, Seat seat, int priority, Match match, Table next) {
    out.add(Table.GUARD, priority, seat.origin(), match, Actions.go(next));
  }
}
