package org.vmn.runtime.simulate;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vmn.runtime.forward.Choices;
import org.vmn.runtime.forward.Exit;
import org.vmn.runtime.forward.Packet;
import org.vmn.runtime.forward.Place;
import org.vmn.runtime.forward.Step;
import org.vmn.runtime.forward.Translation;
import org.vmn.runtime.forward.Walk;
import org.vmn.runtime.network.Balancer;
import org.vmn.runtime.network.Origin;

/**
 * Whether requests from a client to a target of a service pass: one walk for each pair of kinds,
 * again when routers fail or work again.
 */
final class Passage {
  /** The request passes. Greater numbers are those of refusals. */
  static final int OPEN = -1;

  private static final Set<Step.Cause> RULES =
      EnumSet.of(
          Step.Cause.POLICY,
          Step.Cause.FIREWALL,
          Step.Cause.ISOLATION,
          Step.Cause.SPOOFED,
          Step.Cause.QUARANTINE);

  private final Routing routing;
  private final Door door;
  private Answers gates = new Answers();
  private final List<Answers> verdicts = new ArrayList<>();
  private final List<Refused> refusals = new ArrayList<>();
  private final Map<Refused, Integer> numbers = new HashMap<>();
  private int version;

  /** Who refuses, and why. */
  record Refused(Loss loss, String where, String what, Origin origin) {}

  Passage(Routing routing, Door door) {
    this.routing = routing;
    this.door = door;
  }

  /** How many refusals there are; they are numbered from 0. */
  int refusals() {
    return refusals.size();
  }

  Refused refusal(int number) {
    return refusals.get(number);
  }

  private void refresh() {
    if (version != routing.version()) {
      version = routing.version();
      gates = new Answers();
      verdicts.clear();
    }
  }

  /**
   * Whether requests of this client get as far as a target is chosen: {@link #OPEN} or the number
   * of a refusal.
   */
  int gate(End client, End anyTarget) {
    refresh();
    int known = gates.get(client.kind());
    if (known == Answers.UNKNOWN) {
      Walk walk = walk(client, anyTarget);
      known =
          walk.arrives() || walk.there().stream().anyMatch(this::balances) ? OPEN : refuse(walk);
      gates.put(client.kind(), known);
    }
    return known;
  }

  private boolean balances(Step step) {
    Balancer balancer = door.balancer();
    return balancer != null
        && step.kind() == Step.Kind.TRANSLATE
        && step.origin().equals(balancer.origin());
  }

  /**
   * Whether a request gets to the target, and its answer back: {@link #OPEN} or the number of a
   * refusal.
   */
  int verdict(End client, End target) {
    refresh();
    boolean self = client.replica() == target.replica();
    while (verdicts.size() <= client.kind()) {
      verdicts.add(new Answers());
    }
    Answers ofClient = verdicts.get(client.kind());
    int key = 2 * target.kind() + (self ? 1 : 0);
    int known = ofClient.get(key);
    if (known == Answers.UNKNOWN) {
      Walk walk = walk(client, target);
      known = walk.completes() && isAt(walk, target) ? OPEN : refuse(walk);
      ofClient.put(key, known);
    }
    return known;
  }

  /** The way of a connection, on the tables of this moment. */
  Walk walk(End client, End target) {
    boolean balanced = door.balancer() != null;
    Packet packet =
        Packet.opening(
            client.ip(), balanced ? door.address() : target.ip(), door.protocol(), door.port());
    Place.Adapter at = (Place.Adapter) target.place();
    return routing
        .tables()
        .walk(
            client.place(),
            packet,
            Choices.withTarget(balanced ? new Translation.Target(at.machine(), at.offset()) : null),
            Exit.USUAL);
  }

  private static boolean isAt(Walk walk, End target) {
    return walk.end() instanceof Place.Adapter end
        && target.place() instanceof Place.Adapter wanted
        && end.machine().name().equals(wanted.machine().name())
        && end.offset() == wanted.offset();
  }

  private int refuse(Walk walk) {
    Step step = walk.deciding();
    boolean ruled = step.cause() != null && RULES.contains(step.cause());
    Loss loss = ruled ? Loss.DENIED : routing.isBroken() ? Loss.ROUTER_DOWN : Loss.UNREACHABLE;
    Refused refused = new Refused(loss, step.where(), step.what(), step.origin());
    return numbers.computeIfAbsent(
        refused,
        r -> {
          refusals.add(r);
          return refusals.size() - 1;
        });
  }
}
