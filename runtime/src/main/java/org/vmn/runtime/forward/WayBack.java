package org.vmn.runtime.forward;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.network.Balancer;
import org.vmn.runtime.network.External;
import org.vmn.runtime.network.Nic;
import org.vmn.runtime.network.Origin;
import org.vmn.runtime.network.Router;
import org.vmn.runtime.value.Ip;

/**
 * Follows the answer of a connection whose first packet was delivered. No rule is asked again: who
 * saw the first packet knows the connection, and undoes what it did. A firewall that didn't see it
 * drops the answer.
 */
final class WayBack {
  private final Forwarding tables;
  private final Connection connection;
  private final Place client;
  private final Choices choices;
  private final Course course;
  private final Supplier<?> there;

  /**
   * @param there what was found out on the way there, and makes a difference here
   */
  WayBack(Forwarding tables, Connection connection, Choices choices, Supplier<?> there) {
    this.there = there;
    this.tables = tables;
    this.connection = connection;
    this.choices = choices;
    client = connection.client();
    course = new Course(tables, connection.delivered().reversed());
  }

  Way follow() {
    switch (connection.server()) {
      case Place.Adapter a -> answer(a);
      case Place.Outside o -> answer(o.external());
    }
    return course.way();
  }

  private void answer(Place.Adapter from) {
    course.beginAt(from.machine().placement().hostOf(from.offset()));
    course.add(Step.Kind.SEND, from.toString(), "answers", from.nic().origin());
    if (returned()) {
      receive();
      return;
    }
    Nic nic = outgoing(from);
    if (!nic.equals(from.nic()) && !nic.spoof()) {
      course.drop(
          Step.Cause.SPOOFED,
          from.toString(),
          "answers on " + nic.name() + ", whose address is another",
          nic.origin());
    } else if (steerBack(false)) {
      leave(nic.segment(), null);
    }
  }

  /** Whether a balancer gave the packet back to its sender: the answer goes back the same way. */
  private boolean returned() {
    return connection.balancer() != null && client.equals(connection.server());
  }

  /** Where the guest answers: on the adapter that was asked, when the client is on its segment. */
  private Nic outgoing(Place.Adapter from) {
    Ip to = course.packet.destination();
    return tables.onLink(from.nic().segment(), to)
        ? from.nic()
        : tables.outgoing(from.machine().nics(), to);
  }

  private void answer(External from) {
    course.add(Step.Kind.SEND, from.name(), "answers", from.origin());
    leave(connection.segment(), from);
  }

  private void leave(String on, @Nullable External not) {
    if (tables.onLink(on, course.packet.destination())) {
      arrive(on, null);
      return;
    }
    course.on(on);
    for (Exit exit : tables.exits(on, course.packet.destination().family())) {
      if (exit instanceof Exit.ThroughRouter r) {
        route(r.router(), on);
        return;
      }
      if (exit instanceof Exit.ToGateway g && !g.external().equals(not)) {
        outside(g.external(), null);
        return;
      }
    }
    course.drop(
        Step.Cause.NO_GATEWAY,
        "segment " + on,
        "has no router back to " + course.packet.destination(),
        tables.segment(on).origin());
  }

  private void route(Router router, String from) {
    Course.Turn turn = course.turn(router, from, "back");
    if (!course.live(router, turn)
        || choices.knows(() -> List.of(turn, course.history(), end(), there.get()))
        || course.host() == null && !course.moveToGateway(router, from)
        || !remember(router, from)) {
      return;
    }
    Fib.Entry entry = course.route(router, choices, "back to");
    if (entry == null) {
      return;
    }
    if (from.equals(entry.segment()) && tables.segment(from).isolated()) {
      course.drop(
          Step.Cause.ISOLATION,
          "router " + router.name(),
          "sends nothing back to " + from + ", which is isolated",
          tables.segment(from).origin());
    } else if (entry.external() != null) {
      if (course.moveToGateway(router, from)) {
        outside(tables.sets().external(entry.external()), router);
      }
    } else if (entry.via() == null) {
      arrive(entry.segment(), router);
    } else {
      course.on(entry.segment());
      Router next = course.nextHop(router, entry);
      if (next != null) {
        route(next, entry.segment());
      }
    }
  }

  /** Where the connection ends, by name: comparing whole machines takes long. */
  private Object end() {
    return List.of(connection.server().toString(), connection.delivered());
  }

  /** Undoes the router's translation; false when it has a firewall that doesn't know the answer. */
  private boolean remember(Router router, String from) {
    Passage passage = connection.known(router, course.packet);
    String where = "router " + router.name();
    if (passage == null) {
      List<Acl> acls = tables.acls(router);
      return acls.isEmpty()
          || course.drop(
              Step.Cause.UNKNOWN_ANSWER,
              "firewall " + acls.get(0).firewall().name(),
              "didn't see the connection that this answers",
              acls.get(0).firewall().origin());
    }
    if (!passage.translated()) {
      return true;
    }
    if (!course.moveToGateway(router, from)) {
      return false;
    }
    boolean source = !passage.entered().source().equals(passage.left().source());
    course.packet = passage.entered().reversed();
    String words = source ? "restores the sender's address" : "restores its outer address";
    course.add(Step.Kind.TRANSLATE, where, words, router.origin());
    return true;
  }

  /** The answer is on the segment of its destination. */
  private void arrive(String on, @Nullable Router by) {
    course.on(on);
    Ip to = course.packet.destination();
    for (Router router : tables.routersOn(on)) {
      boolean other = by == null || !by.name().equals(router.name());
      if (other && tables.isOf(router, on, to) && connection.known(router, course.packet) != null) {
        route(router, on);
        return;
      }
    }
    boolean here =
        switch (client) {
          case Place.Adapter a -> a.equals(tables.owners().adapter(on, to));
          case Place.Outside o -> o.external().equals(tables.owners().neighbour(on, to));
        };
    if (!here) {
      course.drop(
          Step.Cause.NOBODY,
          "segment " + on,
          "has nobody at " + to + " that waits for this answer",
          tables.segment(on).origin());
    } else if (by == null
        && tables.segment(on).isolated()
        && client instanceof Place.Adapter
        && connection.server() instanceof Place.Adapter) {
      course.drop(
          Step.Cause.ISOLATION,
          "segment " + on,
          "keeps its machines apart",
          tables.segment(on).origin());
    } else {
      toClient(on);
    }
  }

  private void outside(External external, @Nullable Router by) {
    course.on(external.segment());
    Balancer balancer = connection.balancer();
    if (!client.equals(new Place.Outside(external))) {
      course.drop(
          Step.Cause.UNKNOWN_ANSWER,
          external.name(),
          "is not where the connection came from",
          external.origin());
    } else if (balancer != null && by == null) {
      course.drop(
          Step.Cause.UNKNOWN_ANSWER,
          external.name(),
          "gets an answer that went past balancer " + balancer.name(),
          balancer.origin());
    } else {
      toClient(external.segment());
    }
  }

  private void toClient(String on) {
    if (!steerBack(true)) {
      return;
    }
    boolean joined =
        switch (client) {
          case Place.Adapter a -> course.move(a.machine().placement().hostOf(a.offset()), on);
          case Place.Outside o -> course.move(null, on);
        };
    if (joined) {
      receive();
    }
  }

  private void receive() {
    Packet expected = connection.sent().reversed();
    Balancer balancer = connection.balancer();
    Packet restored = course.packet.fromPort(expected.source(), expected.sourcePort());
    if (!course.packet.equals(expected)
        && balancer != null
        && (client.equals(connection.server()) || restored.equals(expected))) {
      course.packet = expected;
      course.add(
          Step.Kind.TRANSLATE,
          "balancer " + balancer.name(),
          "restores its own address",
          balancer.origin());
    }
    if (course.packet.equals(expected)) {
      course.add(Step.Kind.DELIVER, client.toString(), "receives the answer", origin());
    } else {
      course.drop(
          Step.Cause.UNKNOWN_ANSWER,
          client.toString(),
          "asked %s, not %s".formatted(expected.source(), course.packet.source()),
          origin());
    }
  }

  /** Back through the machines of chains that were asked at one of the ends. */
  private boolean steerBack(boolean bySender) {
    List<Steered> through = new ArrayList<>(connection.steered());
    Collections.reverse(through);
    for (Steered steered : through) {
      if (steered.bySender() == bySender && !course.through(steered, "goes back through ")) {
        return false;
      }
    }
    return true;
  }

  private Origin origin() {
    return switch (client) {
      case Place.Adapter a -> a.nic().origin();
      case Place.Outside o -> o.external().origin();
    };
  }
}
