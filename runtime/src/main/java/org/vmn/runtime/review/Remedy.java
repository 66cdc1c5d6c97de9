package org.vmn.runtime.review;

import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.claims.Claims;
import org.vmn.runtime.claims.Effort;
import org.vmn.runtime.claims.Finding;
import org.vmn.runtime.forward.EndpointSets;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.forward.Packet;
import org.vmn.runtime.forward.RuleText;
import org.vmn.runtime.forward.Step;
import org.vmn.runtime.forward.Walk;
import org.vmn.runtime.network.Claim;
import org.vmn.runtime.network.Element;
import org.vmn.runtime.network.Endpoints;
import org.vmn.runtime.network.Member;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Origin;
import org.vmn.runtime.network.Policy;
import org.vmn.runtime.network.Traffic;
import org.vmn.runtime.value.Ip;
import org.vmn.runtime.value.IpSet;

/**
 * What would mend a refuted assertion. For a connection that is blocked, what would open it; for
 * one that should be, what would close it. Rules are the smallest of their form, in the language's
 * own words, and have been tried: the text says whether the assertion then holds.
 */
public final class Remedy {
  private static final long MOST_WALKS = 200_000;

  private final Forwarding tables;
  private final Claim.Reach claim;
  private final List<Element> failed;

  private Remedy(Forwarding tables, Claim.Reach claim, List<Element> failed) {
    this.tables = tables;
    this.claim = claim;
    this.failed = failed;
  }

  /**
   * @param walk the connection that refutes the claim
   * @param failed what is down then
   * @return empty when nothing that is said in one line would do
   */
  public static String of(Forwarding tables, Claim claim, Walk walk, List<Element> failed) {
    Claim.Reach reach = Reaches.of(claim);
    if (reach == null) {
      return "";
    }
    Remedy remedy = new Remedy(tables, reach, failed);
    boolean open =
        reach.mode() == Claim.Mode.REACHES
            || reach.mode() == Claim.Mode.REACHES_ONLY && remedy.isMeant(walk.packet());
    return open ? remedy.open(walk) : remedy.close(walk);
  }

  private boolean isMeant(Packet packet) {
    return claim.traffic() == null || packet.is(claim.traffic());
  }

  private String open(Walk walk) {
    Step blocker = walk.deciding();
    Step.Cause cause = blocker.cause();
    if (cause == null) {
      return "";
    }
    return switch (cause) {
      case POLICY -> policy(blocker, walk.packet());
      case FIREWALL -> firewall(blocker, walk.packet());
      case ISOLATION -> "take `isolated` from the segment, or put one of them elsewhere";
      case QUARANTINE -> "take the machine out of quarantine";
      case NO_GATEWAY ->
          "add the segment to the `ports` of a router, or a `gateway` to the external";
      case NO_ROUTE -> "add a `route` for the address to the router, or a segment to its `ports`";
      case NO_NEXT_HOP -> "let the route lead to an address that a router has on that segment";
      case LOOP -> "let one of the routers on the loop send these addresses elsewhere";
      case UNKNOWN_ANSWER ->
          "let the answer come back through the router that forwarded the question";
      case NO_MEMBER -> "add replicas, and spread them: `spread host`";
      case CUT_OFF -> "give the host a second uplink, or a second link";
      // A router or balancer has one gateway; machines of which one is needed aren't to blame.
      case DOWN, NOBODY, SPOOFED -> "";
    };
  }

  private String policy(Step blocker, Packet packet) {
    if (blocker.what().startsWith("deny ")) {
      return tables.network().policy().rules().stream()
              .anyMatch(r -> RuleText.of(r).equals(blocker.what()) && isWithinClaim(r))
          ? "take `" + blocker.what() + "` away"
          : "narrow `" + blocker.what() + "`, for example with `except`";
    }
    Policy.Rule rule = rule(Policy.Action.ALLOW, claim.traffic());
    return said(rule, "", Edit.policy(tables.network(), rule), packet);
  }

  /** Whether a rule speaks of nothing that the claim doesn't speak of: nothing of it can stay. */
  private boolean isWithinClaim(Policy.Rule rule) {
    EndpointSets sets = tables.sets();
    BitSet claimed = new BitSet();
    TrafficPoints.add(claim.traffic() == null ? Traffic.EVERYTHING : claim.traffic(), claimed);
    BitSet beyond = new BitSet();
    TrafficPoints.add(rule.traffic() == null ? Traffic.EVERYTHING : rule.traffic(), beyond);
    beyond.andNot(claimed);
    return beyond.isEmpty()
        && sets.addresses(claim.from()).containsAll(sets.addresses(rule.from()))
        && sets.addresses(claim.to()).containsAll(sets.addresses(rule.to()));
  }

  private String firewall(Step blocker, Packet packet) {
    String name = blocker.where().substring("firewall ".length());
    Policy.Rule rule = rule(Policy.Action.ALLOW, claim.traffic());
    String where = " at the head of firewall " + name;
    return said(rule, where, Edit.firewall(tables.network(), name, rule), packet);
  }

  private String close(Walk walk) {
    Step permitting =
        walk.there().stream().filter(s -> s.kind() == Step.Kind.PERMIT).findFirst().orElse(null);
    if (!tables.sets().addresses(claim.from()).contains(walk.packet().source())) {
      return "take `spoof` from the adapter; a rule that names the machine doesn't match a forged"
          + " source";
    }
    if (claim.mode() == Claim.Mode.CANNOT_REACH) {
      Policy.Rule rule = rule(Policy.Action.DENY, claim.traffic());
      String said = said(rule, "", Edit.policy(tables.network(), rule), walk.packet());
      if (!said.isEmpty()) {
        return said;
      }
    }
    if (permitting == null || permitting.what().startsWith("policy default")) {
      return "say `policy default deny`, and allow what must pass";
    }
    return "narrow `" + permitting.what() + "`, which lets it pass";
  }

  private Policy.Rule rule(Policy.Action action, @Nullable Traffic traffic) {
    return new Policy.Rule(action, claim.from(), claim.to(), traffic, false, Origin.NONE);
  }

  /** Empty when the connection that was shown would be the same with the rule. */
  private String said(Policy.Rule rule, String where, Network with, Packet packet) {
    Forwarding edited = Forwarding.of(with);
    Forwarding tried = failed.isEmpty() ? edited : edited.without(failed);
    Claims claims = Claims.about(tried);
    Finding then = claims.decide(claim, new Effort(MOST_WALKS, 0, () -> false));
    String text = "`" + RuleText.of(rule) + "`" + where;
    if (then.holds()) {
      return text + " makes it hold";
    }
    Claim.Mode mode =
        rule.action() == Policy.Action.ALLOW ? Claim.Mode.REACHES : Claim.Mode.CANNOT_REACH;
    Claim same = new Claim.Reach(mode, one(packet.source()), one(packet.destination()), on(packet));
    if (!claims.decide(same, new Effort(MOST_WALKS, 0, () -> false)).holds()) {
      return "";
    }
    boolean others = then.kind() == Finding.Kind.FAILS;
    return text + " mends this connection" + (others ? "; others fail still" : "");
  }

  private static Endpoints one(Ip address) {
    return new Endpoints(
        address.toString(), List.of(new Member.Literal(IpSet.of(address))), List.of());
  }

  private static Traffic on(Packet packet) {
    int port = packet.protocol().hasPorts() ? packet.destinationPort() : 0;
    int last = packet.protocol().hasPorts() ? port : 65535;
    return new Traffic("", List.of(new Traffic.Match(packet.protocol(), port, last)));
  }
}
