package org.vmn.runtime.forward;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.network.Balancer;
import org.vmn.runtime.network.Chain;
import org.vmn.runtime.network.External;
import org.vmn.runtime.network.Nic;
import org.vmn.runtime.network.Origin;
import org.vmn.runtime.network.Ref;
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
  private final Choices choices;
  private final int exit;
  private final Course course;
  private final Balancing balancing;
  private final List<Passage> passages = new ArrayList<>();
  private final List<Steered> steered = new ArrayList<>();
  private final Set<Chain> asked = new HashSet<>();

  /** The external that it comes from, while that one's firewalls haven't been asked. */
  private @Nullable External unasked;

  private @Nullable Place end;
  private String segment;

  WayThere(Forwarding tables, Place start, Packet sent, Choices choices, int exit) {
    this.tables = tables;
    this.start = start;
    this.sent = sent;
    this.choices = choices;
    this.exit = exit;
    course = new Course(tables, sent);
    balancing = new Balancing(tables, course, choices);
    segment =
        switch (start) {
          case Place.Adapter a -> a.nic().segment();
          case Place.Outside o -> o.external().segment();
        };
  }

  Walk follow() {
    course.on(segment);
    if (enter()) {
      leave(segment, exit);
    }
    Way back = Way.NONE;
    if (end != null) {
      Connection connection =
          new Connection(
              start, end, sent, course.packet, balancing.balancer(), passages, steered, segment);
      back = new WayBack(tables, connection, choices, this::situation).follow();
    }
    return new Walk(start, sent, course.way(), back, end);
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
    course.beginAt(from.machine().placement().hostOf(from.offset()));
    course.add(Step.Kind.SEND, who, "sends on " + segment, nic.origin());
    if (!course.present(from)) {
      return false;
    }
    if (!nic.spoof() && !nic.at(from.offset()).contains(course.packet.source())) {
      return course.drop(
          Step.Cause.SPOOFED,
          who,
          "may not send from " + course.packet.source() + ", which is not its own",
          nic.origin());
    }
    return course.policy(who) && steer(segment, from, true);
  }

  private boolean enter(External from) {
    course.add(Step.Kind.SEND, from.name(), "sends to " + segment, from.origin());
    if (!from.addresses().contains(course.packet.source())) {
      return course.drop(
          Step.Cause.SPOOFED,
          from.name(),
          "has no address " + course.packet.source(),
          from.origin());
    }
    unasked = from;
    return true;
  }

  private void leave(String from, int exit) {
    Ip to = course.packet.destination();
    if (tables.onLink(from, to)) {
      arrive(from, null);
    } else if (start instanceof Place.Outside && exit == Exit.USUAL) {
      List<Router> entries = tables.entries(from, to);
      if (entries.isEmpty()) {
        dropOn(from);
      } else {
        route(entries.get(entries.size() == 1 ? 0 : choices.route(entries.size())), from);
      }
    } else {
      List<Exit> exits = new ArrayList<>(tables.exits(from, to.family()));
      exits.removeIf(e -> start instanceof Place.Outside && e instanceof Exit.ToGateway);
      int number = Math.max(0, exit);
      if (exits.size() <= number) {
        dropOn(from);
      } else {
        leave(from, exits.get(number));
      }
    }
  }

  private void leave(String from, Exit exit) {
    switch (exit) {
      case Exit.ThroughRouter r -> route(r.router(), from);
      case Exit.ToGateway g -> {
        if (course.firewalls(tables.acls(g.external()))) {
          outside(g.external());
        }
      }
    }
  }

  private void dropOn(String segment) {
    course.drop(
        Step.Cause.NO_GATEWAY,
        "segment " + segment,
        "has no router towards " + course.packet.destination(),
        tables.segment(segment).origin());
  }

  /**
   * The packet is on the segment of its destination; {@code by} is the router that brought it, or
   * null.
   */
  private void arrive(String on, @Nullable Router by) {
    course.on(on);
    Router translator = tables.translatorAt(on, course.packet.destination());
    List<Balancer> sharing = tables.balancersAt(on, course.packet.destination());
    if (balancing.chooses(on)) {
      balance(on, sharing.get(0));
    } else if (!sharing.isEmpty()) {
      Balancer first = sharing.get(0);
      String takes = String.join(", ", sharing.stream().map(Translation::port).toList());
      course.drop(
          Step.Cause.NOBODY,
          "balancer " + first.name(),
          "takes " + takes + " only",
          first.origin());
    } else if (translator != null && !translator.equals(by)) {
      route(translator, on);
    } else {
      deliver(on, by);
    }
  }

  /**
   * On a balancer's own segment: from outside, its gateway chooses; else the sender's host. From
   * there it is the balancer's packet, which leaves by the first exit whoever sent it.
   */
  private void balance(String on, Balancer balancer) {
    boolean there = course.host() != null || course.moveToGateway(balancer);
    if (there && balancing.translate(on)) {
      leave(on, 0);
    }
  }

  private void route(Router router, String from) {
    Balancer balancer = balancing.balancer();
    String carried = unasked == null ? "" : unasked.name();
    carried += balancer == null ? "" : " " + balancer.name();
    Course.Turn turn = course.turn(router, from, carried);
    if (!course.live(router, turn) || choices.knows(() -> List.of(turn, situation()))) {
      return;
    }
    Crossing crossing = new Crossing(tables, course, choices, balancing, router, from);
    Crossing.Forwarded forwarded = crossing.through(unasked);
    if (forwarded == null) {
      return;
    }
    unasked = null;
    passages.add(forwarded.passage());
    Fib.Entry entry = forwarded.entry();
    if (entry.external() != null) {
      outside(tables.sets().external(entry.external()));
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

  /** What was found out so far, and what makes a difference to the answer. */
  private Object situation() {
    return List.of(
        course.history(),
        passages.stream()
            .filter(this::matters)
            .map(p -> List.of(p.router().name(), p.entered(), p.left()))
            .toList(),
        steered.stream().map(s -> List.of(s.where(), s.name(), s.bySender())).toList());
  }

  /** Whether the router would treat the answer otherwise if it didn't know the connection. */
  private boolean matters(Passage passage) {
    Router router = passage.router();
    return passage.translated()
        || !tables.acls(router).isEmpty()
        || router.ports().stream().anyMatch(p -> p.addresses().contains(passage.left().source()));
  }

  private void outside(External external) {
    segment = external.segment();
    course.on(segment);
    if (!external.addresses().contains(course.packet.destination())) {
      course.drop(
          Step.Cause.NOBODY,
          external.name(),
          "has no address " + course.packet.destination(),
          external.origin());
    } else if (course.move(null, segment)) {
      end = new Place.Outside(external);
      course.add(Step.Kind.DELIVER, external.name(), "is reached", external.origin());
    }
  }

  private void deliver(String on, @Nullable Router by) {
    segment = on;
    Place.Adapter adapter = tables.owners().adapter(on, course.packet.destination());
    if (adapter != null) {
      deliver(adapter, by);
      return;
    }
    External neighbour = tables.owners().neighbour(on, course.packet.destination());
    Router router = tables.routerAt(on, course.packet.destination());
    if (neighbour != null) {
      if (perimeter() && course.firewalls(tables.acls(neighbour))) {
        outside(neighbour);
      }
    } else if (router != null) {
      course.drop(
          Step.Cause.NOBODY, "router " + router.name(), "answers nothing itself", router.origin());
    } else {
      Origin origin = tables.segment(on).origin();
      course.drop(
          Step.Cause.NOBODY,
          "segment " + on,
          "has nobody at " + course.packet.destination(),
          origin);
    }
  }

  private boolean perimeter() {
    External from = unasked;
    unasked = null;
    return from == null || course.firewalls(tables.acls(from));
  }

  private void deliver(Place.Adapter adapter, @Nullable Router by) {
    String on = adapter.nic().segment();
    Balancer balancer = balancing.balancer();
    if (balancer != null && adapter.equals(start)) {
      // Its own target: the answer must come back through the balancer, so the packet comes from
      // the virtual address.
      course.packet = course.packet.from(balancer.address());
      course.add(
          Step.Kind.TRANSLATE,
          "balancer " + balancer.name(),
          "returns it to its sender",
          balancer.origin());
      receive(adapter);
      return;
    }
    if (by == null && start instanceof Place.Adapter && tables.segment(on).isolated()) {
      course.drop(
          Step.Cause.ISOLATION,
          "segment " + on,
          "keeps its machines apart",
          tables.segment(on).origin());
    } else if (perimeter()
        && steer(on, adapter, false)
        && course.move(adapter.machine().placement().hostOf(adapter.offset()), on)
        && course.present(adapter)
        && course.policy(adapter.toString())) {
      receive(adapter);
    }
  }

  private void receive(Place.Adapter adapter) {
    end = adapter;
    course.add(Step.Kind.DELIVER, adapter.toString(), "receives it", adapter.nic().origin());
  }

  /** Through the chains that take the packet at one of its ends; false when it is dropped. */
  private boolean steer(String on, Place.Adapter at, boolean bySender) {
    for (Steering steering : tables.chains()) {
      if (!asked.contains(steering.chain()) && steering.steers(course.packet, start, at)) {
        asked.add(steering.chain());
        for (Chain.Stage stage : steering.chain().stages()) {
          if (!steer(steering.chain(), stage, on, bySender)) {
            return false;
          }
        }
      }
    }
    return true;
  }

  private boolean steer(Chain chain, Chain.Stage stage, String on, boolean bySender) {
    Ref here = course.host();
    Choices.Pool pool =
        new Choices.Pool(
            tables.sets(),
            stage.instances(),
            t ->
                tables.serves(t)
                    && (here == null
                        || tables
                            .underlay()
                            .joins(
                                here,
                                t.machine().placement().hostOf(t.offset()),
                                tables.segment(on))));
    Translation.Target chosen = choices.instance(stage, pool);
    if (chosen == null) {
      Choices.Pool serving = new Choices.Pool(tables.sets(), stage.instances(), tables::serves);
      boolean none = serving.first() == null;
      String words =
          none ? "has no machine left that is up" : "finds no wire from " + here + " to a machine";
      if (chain.failOpen()) {
        course.add(
            Step.Kind.STEER, "chain " + chain.name(), words + ": goes on without", stage.origin());
        return true;
      }
      Step.Cause cause = none ? Step.Cause.NO_MEMBER : Step.Cause.CUT_OFF;
      return course.drop(cause, "chain " + chain.name(), words, stage.origin());
    }
    Steered through = new Steered(chain, chosen, on, bySender);
    steered.add(through);
    return course.through(through, "goes through ");
  }
}
