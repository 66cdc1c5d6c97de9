package org.vmn.generator.emit.ovs.stage;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vmn.generator.emit.ovs.flow.Actions;
import org.vmn.generator.emit.ovs.flow.Flag;
import org.vmn.generator.emit.ovs.flow.FlowSink;
import org.vmn.generator.emit.ovs.flow.Kind;
import org.vmn.generator.emit.ovs.flow.Match;
import org.vmn.generator.emit.ovs.flow.Register;
import org.vmn.generator.emit.ovs.flow.Table;
import org.vmn.generator.emit.ovs.plan.HostPlan;
import org.vmn.generator.emit.ovs.plan.NextHop;
import org.vmn.runtime.forward.Fib;
import org.vmn.runtime.network.Origin;
import org.vmn.runtime.network.Router;
import org.vmn.runtime.value.Ip;
import org.vmn.runtime.value.Prefix;

/** The routers' tables, and what each router does to a packet that it passes on. */
final class Routing implements Stage {
  private static final int LONGER_THAN_ANY_PREFIX = 300;

  @Override
  public void emit(HostPlan plan, FlowSink out) {
    out.table(Table.FIB);
    for (Kind kind : new Kind[] {Kind.IP4, Kind.IP6}) {
      out.add(
          Table.FIB,
          LONGER_THAN_ANY_PREFIX,
          Origin.NONE,
          Match.of(kind).timeToLive(0),
          Actions.DROP);
      out.add(
          Table.FIB,
          LONGER_THAN_ANY_PREFIX,
          Origin.NONE,
          Match.of(kind).timeToLive(1),
          Actions.DROP);
    }
    for (Router router : plan.routers()) {
      out.about("router " + router.name());
      Set<Prefix> seen = new HashSet<>();
      for (Fib.Entry entry : plan.topology().forwarding().fib(router).entries()) {
        if (seen.add(entry.prefix())) {
          Match to = Match.all().register(Register.ROUTER, plan.number(router)).to(entry.prefix());
          out.add(
              Table.FIB,
              100 + entry.prefix().length(),
              entry.origin(),
              to,
              way(plan, router, entry));
        }
      }
    }
    out.add(Table.FIB, 0, Origin.NONE, Match.all(), Actions.DROP);
    passOn(plan, out);
  }

  private static Actions way(HostPlan plan, Router router, Fib.Entry entry) {
    Actions on = Actions.none().segment(plan.number(plan.segment(entry.segment())));
    Ip via = entry.via();
    if (entry.external() != null) {
      NextHop hop = hop(plan, router, entry);
      return hop == null ? Actions.DROP : on.set(Register.NEXT_HOP, hop.number()).then(Table.CROSS);
    }
    if (via == null) {
      return on.then(Table.ARRIVE);
    }
    Router next = plan.topology().forwarding().routerAt(entry.segment(), via);
    if (next == null) {
      return Actions.DROP;
    }
    return on.set(Register.NEXT_ROUTER, plan.number(next)).then(Table.CROSS);
  }

  private static @Nullable NextHop hop(HostPlan plan, Router router, Fib.Entry entry) {
    return plan.nextHops().stream()
        .filter(h -> h.router().equals(router) && h.entry().equals(entry))
        .findFirst()
        .orElse(null);
  }

  private static void passOn(HostPlan plan, FlowSink out) {
    out.table(Table.ROUTED);
    for (Router router : plan.routers()) {
      for (Ip.Family family : Ip.Family.values()) {
        Actions pass =
            Actions.none()
                .decrementTimeToLive()
                .from(plan.mac(router))
                .flag(Flag.LOCAL)
                .flag(Flag.ROUTED)
                .then(Table.RESOLVE);
        Match has = Match.of(Kind.ip(family)).register(Register.ROUTER, plan.number(router));
        out.add(Table.ROUTED, 10, router.origin(), has, pass);
      }
    }
  }
}
