package org.vmn.runtime.simulate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.vmn.runtime.forward.Filter;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.forward.Packet;
import org.vmn.runtime.forward.Place;
import org.vmn.runtime.forward.Step;
import org.vmn.runtime.forward.Translation;
import org.vmn.runtime.forward.Walk;
import org.vmn.runtime.network.Balancer;
import org.vmn.runtime.network.Origin;
import org.vmn.runtime.network.Router;

/**
 * Whether requests from a client to a target of a service pass: one walk for each pair of kinds. An
 * answer below 0 says that they do, and which routers they cross.
 */
final class Passage {
  private final Forwarding tables;
  private final Door door;
  private final Answers gates = new Answers();
  private final List<Answers> verdicts = new ArrayList<>();
  private final List<Refused> refusals = new ArrayList<>();
  private final Map<Refused, Integer> numbers = new HashMap<>();
  private final List<Set<String>> crossings = new ArrayList<>();

  /** Who refuses, and why. */
  record Refused(Loss loss, String where, String what, Origin origin) {}

  Passage(Forwarding tables, Door door) {
    this.tables = tables;
    this.door = door;
  }

  static boolean isOpen(int verdict) {
    return verdict < 0;
  }

  /** The routers that a request crosses, there and back, of a verdict that is open. */
  Set<String> crossed(int verdict) {
    return crossings.get(-1 - verdict);
  }

  private int open(Walk walk) {
    Set<String> crossed = new TreeSet<>();
    for (Router router : tables.network().routers()) {
      String where = "router " + router.name();
      if (java.util.stream.Stream.concat(walk.there().stream(), walk.back().stream())
          .anyMatch(step -> step.where().equals(where))) {
        crossed.add(router.name());
      }
    }
    int known = crossings.indexOf(crossed);
    if (known < 0) {
      known = crossings.size();
      crossings.add(crossed);
    }
    return -1 - known;
  }

  /** How many refusals there are; they are numbered from 0. */
  int refusals() {
    return refusals.size();
  }

  Refused refusal(int number) {
    return refusals.get(number);
  }

  /**
   * Whether requests of this client get as far as a target is chosen: below 0, or the number of a
   * refusal.
   */
  int gate(End client, End anyTarget) {
    int known = gates.get(client.kind());
    if (known == Answers.UNKNOWN) {
      Walk walk = walk(client, anyTarget);
      known =
          walk.arrives() || walk.there().stream().anyMatch(this::balances)
              ? open(walk)
              : refuse(walk);
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
   * Whether a request gets to the target, and its answer back: below 0, or the number of a
   * refusal.
   */
  int verdict(End client, End target) {
    boolean self = client.replica() == target.replica();
    while (verdicts.size() <= client.kind()) {
      verdicts.add(new Answers());
    }
    Answers ofClient = verdicts.get(client.kind());
    int key = 2 * target.kind() + (self ? 1 : 0);
    int known = ofClient.get(key);
    if (known == Answers.UNKNOWN) {
      Walk walk = walk(client, target);
      known = walk.completes() && isAt(walk, target) ? open(walk) : refuse(walk);
      ofClient.put(key, known);
    }
    return known;
  }

  private Walk walk(End client, End target) {
    boolean balanced = door.balancer() != null;
    Packet packet =
        Packet.opening(
            client.ip(), balanced ? door.address() : target.ip(), door.protocol(), door.port());
    Place.Adapter at = (Place.Adapter) target.place();
    return tables.walk(
        client.place(),
        packet,
        balanced ? new Translation.Target(at.machine(), at.offset()) : null,
        0);
  }

  private static boolean isAt(Walk walk, End target) {
    return walk.end() instanceof Place.Adapter end
        && target.place() instanceof Place.Adapter wanted
        && end.machine().name().equals(wanted.machine().name())
        && end.offset() == wanted.offset();
  }

  private int refuse(Walk walk) {
    Step step = walk.deciding();
    Filter.Decision decision = tables.filter().decide(step.packet());
    Origin origin =
        decision.rule() == null ? tables.filter().policy().origin() : decision.rule().origin();
    boolean denied = !decision.permitted() && origin.equals(step.origin());
    Refused refused =
        new Refused(
            denied ? Loss.DENIED : Loss.UNREACHABLE, step.where(), step.what(), step.origin());
    Integer number = numbers.get(refused);
    if (number == null) {
      number = refusals.size();
      refusals.add(refused);
      numbers.put(refused, number);
    }
    return number;
  }
}
