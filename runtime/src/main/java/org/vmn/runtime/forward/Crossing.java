package org.vmn.runtime.forward;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.network.External;
import org.vmn.runtime.network.Origin;
import org.vmn.runtime.network.Router;
import org.vmn.runtime.value.Ip;

/**
 * A first packet on its way through one router: its destination is translated, then it is routed,
 * then firewalls are asked, then its source is translated. The router remembers what it did.
 */
final class Crossing {
  private final Forwarding tables;
  private final Course course;
  private final Choices choices;
  private final Balancing balancing;
  private final Router router;
  private final String where;
  private final String from;
  private boolean turnsBack;

  Crossing(
      Forwarding tables,
      Course course,
      Choices choices,
      Balancing balancing,
      Router router,
      String from) {
    this.tables = tables;
    this.course = course;
    this.choices = choices;
    this.balancing = balancing;
    this.router = router;
    this.from = from;
    where = "router " + router.name();
  }

  /** What came of it: where it goes on, and what the router remembers. */
  record Forwarded(Fib.Entry entry, Passage passage) {}

  /**
   * @param comesFrom the external whose firewalls are still to be asked, or null
   * @return null when the packet was dropped
   */
  @Nullable Forwarded through(@Nullable External comesFrom) {
    if (course.host() == null && !course.moveToGateway(router, from)) {
      return null;
    }
    Packet entered = course.packet;
    if (!translateDestination()) {
      return null;
    }
    Fib.@Nullable Entry entry = course.route(router, choices, "to");
    if (entry != null && entry.via() == null && balancing.chooses(entry.segment())) {
      if (!balancing.translate(entry.segment())) {
        return null;
      }
      entered = course.packet;
      entry = course.route(router, choices, "to");
    }
    if (entry == null || !permitted(entry, comesFrom) || !translateSource(entry)) {
      return null;
    }
    return new Forwarded(entry, new Passage(router, entered, course.packet));
  }

  private boolean translateDestination() {
    Nat nat = tables.nat(router);
    Packet packet = course.packet;
    Nat.Translated translated = nat.destination(packet);
    if (translated == null) {
      if (!nat.owns(packet.destination())) {
        return true;
      }
      return course.drop(
          Step.Cause.NOBODY,
          where,
          "takes " + nat.ports(packet.destination()) + " only at " + packet.destination(),
          router.origin());
    }
    turnsBack = !translated.outer().equals(from);
    if (turnsBack && !router.hairpin()) {
      return course.drop(
          Step.Cause.NOBODY,
          where,
          "translates %s only from %s: it doesn't say `hairpin`"
              .formatted(packet.destination(), translated.outer()),
          translated.origin());
    }
    if (!course.moveToGateway(router, from)) {
      return false;
    }
    course.packet = translated.inside();
    course.add(
        Step.Kind.TRANSLATE,
        where,
        "leads to " + translated.inside().destination(),
        translated.origin());
    return true;
  }

  private boolean permitted(Fib.Entry entry, @Nullable External comesFrom) {
    if (from.equals(entry.segment()) && tables.segment(from).isolated()) {
      return course.drop(
          Step.Cause.ISOLATION,
          where,
          "sends nothing back to " + from + ", which is isolated",
          tables.segment(from).origin());
    }
    List<Acl> asked = new ArrayList<>();
    if (comesFrom != null) {
      asked.addAll(tables.acls(comesFrom));
    }
    asked.addAll(tables.acls(router));
    if (entry.external() != null) {
      asked.addAll(tables.acls(tables.sets().external(entry.external())));
    }
    return course.firewalls(asked);
  }

  private boolean translateSource(Fib.Entry entry) {
    if (entry.external() != null && !course.moveToGateway(router, from)) {
      return false;
    }
    Packet packet = course.packet;
    Ip own = Forwarding.address(router, entry.segment(), packet.source().family());
    Router.@Nullable Floating floating =
        entry.external() == null ? null : tables.nat(router).source(packet, entry.segment());
    if (floating != null) {
      send(floating.address(), "sends it under its floating address", floating.origin());
    } else if (own != null && entry.external() != null && router.snat().contains(from)) {
      send(own, "sends it under its own address", router.origin());
    } else if (own != null && turnsBack && from.equals(entry.segment())) {
      send(own, "sends it under its own address, so that the answer comes back", router.origin());
    }
    return true;
  }

  private void send(Ip source, String what, Origin origin) {
    course.packet = course.packet.from(source);
    course.add(Step.Kind.TRANSLATE, where, what, origin);
  }
}
