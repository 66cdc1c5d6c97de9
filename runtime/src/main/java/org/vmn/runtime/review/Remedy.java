package org.vmn.runtime.review;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.claims.Claims;
import org.vmn.runtime.claims.Effort;
import org.vmn.runtime.claims.Finding;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.forward.Packet;
import org.vmn.runtime.forward.RuleText;
import org.vmn.runtime.forward.Step;
import org.vmn.runtime.forward.Walk;
import org.vmn.runtime.network.Claim;
import org.vmn.runtime.network.Element;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Origin;
import org.vmn.runtime.network.Policy;
import org.vmn.runtime.network.Traffic;

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
    return open ? remedy.open(walk.deciding()) : remedy.close(walk);
  }

  private boolean isMeant(Packet packet) {
    return claim.traffic() == null || packet.is(claim.traffic());
  }

  private String open(Step blocker) {
    Step.Cause cause = blocker.cause();
    if (cause == null) {
      return "";
    }
    return switch (cause) {
      case POLICY -> policy(blocker);
      case FIREWALL -> firewall(blocker);
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

  private String policy(Step blocker) {
    if (blocker.what().startsWith("deny ")) {
      return "narrow `" + blocker.what() + "`, for example with `except`";
    }
    Policy.Rule rule = rule(Policy.Action.ALLOW, claim.traffic());
    return said(rule, "", Edit.policy(tables.network(), rule));
  }

  private String firewall(Step blocker) {
    String name = blocker.where().substring("firewall ".length());
    Policy.Rule rule = rule(Policy.Action.ALLOW, claim.traffic());
    String where = " at the head of firewall " + name;
    return said(rule, where, Edit.firewall(tables.network(), name, rule));
  }

  private String close(Walk walk) {
    Step permitting =
        walk.there().stream().filter(s -> s.kind() == Step.Kind.PERMIT).findFirst().orElse(null);
    if (claim.mode() == Claim.Mode.CANNOT_REACH) {
      Policy.Rule rule = rule(Policy.Action.DENY, claim.traffic());
      return said(rule, "", Edit.policy(tables.network(), rule));
    }
    if (permitting == null || permitting.what().startsWith("policy default")) {
      return "say `policy default deny`, and allow what must pass";
    }
    return "narrow `" + permitting.what() + "`, which lets it pass";
  }

  private Policy.Rule rule(Policy.Action action, @Nullable Traffic traffic) {
    return new Policy.Rule(action, claim.from(), claim.to(), traffic, false, Origin.NONE);
  }

  private String said(Policy.Rule rule, String where, Network with) {
    Forwarding edited = Forwarding.of(with);
    Forwarding tried = failed.isEmpty() ? edited : edited.without(failed);
    Finding then = Claims.about(tried).decide(claim, new Effort(MOST_WALKS, 0, () -> false));
    String text = "`" + RuleText.of(rule) + "`" + where;
    return switch (then.kind()) {
      case HOLDS -> text + " makes it hold";
      case FAILS -> text + " mends this connection; others fail still";
      case UNKNOWN -> text + " mends this connection";
    };
  }
}
