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
 * Follows the answer of a connection whose first packet was delivered. The policy isn't asked
 * again: both adapters know the connection. Translations are undone where the connection entered:
 * at the client's own adapter, or at the router towards outside.
 */
final class WayBack {
  private final Forwarding tables;
  private final Place client;
  private final Place server;
  private final Packet sent;
  private final @Nullable Balancer balancer;
  private final @Nullable Router translator;
  private final String segment;
  private final Trail trail = new Trail();

  private Packet packet;

  WayBack(
      Forwarding tables,
      Place client,
      Place server,
      Packet sent,
      Packet delivered,
      @Nullable Balancer balancer,
      @Nullable Router translator,
      String segment) {
    this.tables = tables;
    this.client = client;
    this.server = server;
    this.sent = sent;
    this.balancer = balancer;
    this.translator = translator;
    this.segment = segment;
    this.packet = delivered.reversed();
  }

  List<Step> follow() {
    switch (server) {
      case Place.Adapter a -> answer(a);
      case Place.Outside o -> answer(o.external());
    }
    return trail.steps();
  }

  private void answer(Place.Adapter from) {
    trail.add(Step.Kind.SEND, from.toString(), "answers", packet, from.nic().origin());
    if (client.equals(from)) {
      arrive();
      return;
    }
    Nic nic = outgoing(from);
    if (!nic.equals(from.nic()) && !nic.spoof()) {
      trail.drop(
          from.toString(),
          "answers on " + nic.name() + ", whose address is another",
          packet,
          nic.origin());
    } else {
      leave(nic.segment(), null);
    }
  }

  /** Where the guest answers: on the adapter that was asked, when the client is on its segment. */
  private Nic outgoing(Place.Adapter from) {
    Ip to = packet.destination();
    return tables.onLink(from.nic().segment(), to)
        ? from.nic()
        : tables.outgoing(from.machine().nics(), to);
  }

  private void answer(External from) {
    trail.add(Step.Kind.SEND, from.name(), "answers", packet, from.origin());
    if (translator != null) {
      packet = packet.to(sent.source());
      trail.add(
          Step.Kind.TRANSLATE,
          "router " + translator.name(),
          "restores the sender's address",
          packet,
          translator.origin());
      route(translator);
    } else {
      leave(segment, from);
    }
  }

  private void leave(String on, @Nullable External not) {
    if (tables.onLink(on, packet.destination())) {
      arrive();
      return;
    }
    for (Exit exit : tables.exits(on, packet.destination().family())) {
      if (exit instanceof Exit.ThroughRouter r) {
        route(r.router());
        return;
      }
      if (exit instanceof Exit.ToGateway g && !g.external().equals(not)) {
        outside(g.external(), null);
        return;
      }
    }
    trail.drop(
        "segment " + on,
        "has no router back to " + packet.destination(),
        packet,
        tables.segment(on).origin());
  }

  private void route(Router router) {
    Fib.Entry entry = trail.route(tables, router, packet, "back to");
    if (entry == null) {
      return;
    }
    Ip via = entry.via();
    if (entry.external() != null) {
      outside(tables.sets().external(entry.external()), router);
    } else if (via == null) {
      arrive();
    } else {
      Router next = trail.nextHop(tables, router, entry, via, packet);
      if (next != null) {
        route(next);
      }
    }
  }

  private void outside(External external, @Nullable Router by) {
    if (!client.equals(new Place.Outside(external))) {
      trail.drop(
          external.name(), "is not where the connection came from", packet, external.origin());
    } else if (balancer != null && by == null) {
      trail.drop(
          external.name(),
          "gets an answer that went past balancer " + balancer.name(),
          packet,
          balancer.origin());
    } else {
      arrive();
    }
  }

  private void arrive() {
    Packet expected = sent.reversed();
    if (!packet.equals(expected) && balancer != null) {
      packet = expected;
      trail.add(
          Step.Kind.TRANSLATE,
          "balancer " + balancer.name(),
          "restores its own address",
          packet,
          balancer.origin());
    }
    trail.add(Step.Kind.DELIVER, client.toString(), "receives the answer", packet, origin());
  }

  private Origin origin() {
    return switch (client) {
      case Place.Adapter a -> a.nic().origin();
      case Place.Outside o -> o.external().origin();
    };
  }
}
