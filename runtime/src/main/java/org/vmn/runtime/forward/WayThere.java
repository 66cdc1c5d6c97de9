package org.vmn.runtime.forward;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.network.Balancer;
import org.vmn.runtime.network.External;
import org.vmn.runtime.network.Nic;
import org.vmn.runtime.network.Origin;
import org.vmn.runtime.network.Router;
import org.vmn.runtime.value.Ip;

/**
 * Follows the first packet of a connection from where it enters to where it is delivered or
 * dropped.
 */
final class WayThere {
  private final Forwarding tables;
  private final Place start;
  private final Packet sent;
  private final Translation.@Nullable Target target;
  private final int exit;
  private final Trail trail = new Trail();

  private Packet packet;
  private @Nullable Balancer balancer;
  private @Nullable Router translator;
  private @Nullable Place end;
  private String segment;

  WayThere(
      Forwarding tables, Place start, Packet sent, Translation.@Nullable Target target, int exit) {
    this.tables = tables;
    this.start = start;
    this.sent = sent;
    this.packet = sent;
    this.target = target;
    this.exit = exit;
    this.segment =
        switch (start) {
          case Place.Adapter a -> a.nic().segment();
          case Place.Outside o -> o.external().segment();
        };
  }

  Walk follow() {
    if (enter()) {
      leave(segment);
    }
    List<Step> back = List.of();
    if (end != null) {
      back = new WayBack(tables, start, end, sent, packet, balancer, translator, segment).follow();
    }
    return new Walk(start, sent, trail.steps(), back, end);
  }

  private boolean enter() {
    return switch (start) {
      case Place.Adapter a -> enter(a);
      case Place.Outside o -> enter(o.external());
    };
  }

  private boolean enter(Place.Adapter from) {
    String who = from.toString();
    Nic nic = from.nic();
    trail.add(Step.Kind.SEND, who, "sends on " + segment, packet, nic.origin());
    if (!nic.spoof() && !nic.at(from.offset()).contains(packet.source())) {
      trail.drop(
          who,
          "may not send from " + packet.source() + ", which is not its own",
          packet,
          nic.origin());
      return false;
    }
    return trail.filter(tables.filter(), who, packet);
  }

  private boolean enter(External from) {
    trail.add(Step.Kind.SEND, from.name(), "sends to " + segment, packet, from.origin());
    if (!from.addresses().contains(packet.source())) {
      trail.drop(from.name(), "has no address " + packet.source(), packet, from.origin());
      return false;
    }
    return true;
  }

  private void leave(String from) {
    if (tables.onLink(from, packet.destination())) {
      arrive(from, null);
      return;
    }
    List<Exit> exits = tables.exits(from, packet.destination().family());
    if (start instanceof Place.Outside) {
      exits = exits.stream().filter(e -> e instanceof Exit.ThroughRouter).toList();
    }
    if (exits.size() <= exit) {
      trail.drop(
          "segment " + from,
          "has no router towards " + packet.destination(),
          packet,
          tables.segment(from).origin());
      return;
    }
    switch (exits.get(exit)) {
      case Exit.ThroughRouter r -> route(r.router(), from);
      case Exit.ToGateway g -> outside(g.external());
    }
  }

  /**
   * The packet is on the segment of its destination; {@code by} is the router that brought it, or
   * null.
   */
  private void arrive(String on, @Nullable Router by) {
    List<Balancer> sharing = tables.balancersAt(on, packet.destination());
    if (sharing.isEmpty()) {
      deliver(on);
      return;
    }
    for (Balancer here : sharing) {
      if (balancer == null && Translation.matches(here, packet)) {
        if (!translate(here)) {
          return;
        }
        if (by != null) {
          route(by, on);
        } else {
          leave(on);
        }
        return;
      }
    }
    Balancer first = sharing.get(0);
    String takes = String.join(", ", sharing.stream().map(Translation::port).toList());
    trail.drop("balancer " + first.name(), "takes " + takes + " only", packet, first.origin());
  }

  private boolean translate(Balancer here) {
    Translation.Target chosen =
        target != null ? target : Translation.firstTarget(here, tables.sets());
    Ip ip = Translation.targetAddress(here, chosen.machine(), chosen.offset());
    String where = "balancer " + here.name();
    if (ip == null) {
      trail.drop(
          where,
          chosen.machine().ref(chosen.offset()) + " has no address of its family",
          packet,
          here.origin());
      return false;
    }
    balancer = here;
    packet = packet.toPort(ip, here.targetPort());
    trail.add(
        Step.Kind.TRANSLATE,
        where,
        "chooses " + chosen.machine().ref(chosen.offset()),
        packet,
        here.origin());
    return true;
  }

  private void route(Router router, String from) {
    Fib.Entry entry = trail.route(tables, router, packet, "to");
    if (entry == null) {
      return;
    }
    Ip via = entry.via();
    if (entry.external() != null) {
      masquerade(router, from, entry);
      outside(tables.sets().external(entry.external()));
    } else if (via == null) {
      arrive(entry.segment(), router);
    } else {
      Router next = trail.nextHop(tables, router, entry, via, packet);
      if (next != null) {
        route(next, entry.segment());
      }
    }
  }

  private void masquerade(Router router, String from, Fib.Entry entry) {
    Ip own = Forwarding.address(router, entry.segment(), packet.source().family());
    if (own != null && router.snat().contains(from)) {
      translator = router;
      packet = packet.from(own);
      trail.add(
          Step.Kind.TRANSLATE,
          "router " + router.name(),
          "sends it under its own address",
          packet,
          router.origin());
    }
  }

  private void outside(External external) {
    segment = external.segment();
    if (external.addresses().contains(packet.destination())) {
      end = new Place.Outside(external);
      trail.add(Step.Kind.DELIVER, external.name(), "is reached", packet, external.origin());
    } else {
      trail.drop(
          external.name(), "has no address " + packet.destination(), packet, external.origin());
    }
  }

  private void deliver(String on) {
    segment = on;
    Place.Adapter adapter = tables.owners().adapter(on, packet.destination());
    if (adapter == null) {
      External neighbour = tables.owners().neighbour(on, packet.destination());
      Router router = tables.routerAt(on, packet.destination());
      if (neighbour != null) {
        outside(neighbour);
      } else if (router != null) {
        trail.drop("router " + router.name(), "answers nothing itself", packet, router.origin());
      } else {
        Origin origin = tables.segment(on).origin();
        trail.drop("segment " + on, "has nobody at " + packet.destination(), packet, origin);
      }
    } else if (balancer != null && adapter.equals(start)) {
      // Its own target: the answer must come back through the balancer, so the packet comes from
      // the virtual address.
      packet = packet.from(balancer.address());
      trail.add(
          Step.Kind.TRANSLATE,
          "balancer " + balancer.name(),
          "returns it to its sender",
          packet,
          balancer.origin());
      receive(adapter);
    } else if (trail.filter(tables.filter(), adapter.toString(), packet)) {
      receive(adapter);
    }
  }

  private void receive(Place.Adapter adapter) {
    end = adapter;
    trail.add(Step.Kind.DELIVER, adapter.toString(), "receives it", packet, adapter.nic().origin());
  }
}
