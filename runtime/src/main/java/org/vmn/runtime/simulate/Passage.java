package org.vmn.runtime.simulate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vmn.runtime.forward.Filter;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.forward.Packet;
import org.vmn.runtime.forward.Place;
import org.vmn.runtime.forward.Step;
import org.vmn.runtime.forward.Translation;
import org.vmn.runtime.forward.Walk;
import org.vmn.runtime.network.Balancer;
import org.vmn.runtime.network.Origin;

/**
 * Whether requests from a client through a balancer to a target pass: one walk for each pair of
 * kinds.
 */
final class Passage {
  /** The request passes. Greater numbers are those of refusals. */
  static final int OPEN = -1;

  private final Forwarding tables;
  private final Balancer balancer;
  private final Answers gates = new Answers();
  private final List<Answers> verdicts = new ArrayList<>();
  private final List<Refused> refusals = new ArrayList<>();
  private final Map<Refused, Integer> numbers = new HashMap<>();

  /** Who refuses, and why. */
  record Refused(Loss loss, String where, String what, Origin origin) {}

  Passage(Forwarding tables, Balancer balancer) {
    this.tables = tables;
    this.balancer = balancer;
  }

  /** How many refusals there are; they are numbered from 0. */
  int refusals() {
    return refusals.size();
  }

  Refused refusal(int number) {
    return refusals.get(number);
  }

  /**
   * Whether requests of this client get as far as the balancer: {@link #OPEN} or the number of a
   * refusal.
   */
  int gate(End client, End anyTarget) {
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
    return step.kind() == Step.Kind.TRANSLATE && step.origin().equals(balancer.origin());
  }

  /**
   * Whether a request gets to the target, and its answer back: {@link #OPEN} or the number of a
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
      known = walk.completes() && isAt(walk, target) ? OPEN : refuse(walk);
      ofClient.put(key, known);
    }
    return known;
  }

  private Walk walk(End client, End target) {
    Packet packet =
        Packet.opening(client.ip(), balancer.address(), balancer.protocol(), balancer.port());
    Place.Adapter at = (Place.Adapter) target.place();
    return tables.walk(
        client.place(), packet, new Translation.Target(at.machine(), at.offset()), 0);
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
