package org.vmn.runtime.review;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoublePredicate;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.explore.Cuts;
import org.vmn.runtime.explore.Probe;
import org.vmn.runtime.explore.Probes;
import org.vmn.runtime.forward.Acl;
import org.vmn.runtime.forward.Filter;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.forward.Packet;
import org.vmn.runtime.forward.RuleText;
import org.vmn.runtime.forward.Selection;
import org.vmn.runtime.network.External;
import org.vmn.runtime.network.Firewall;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.network.Nic;
import org.vmn.runtime.network.Origin;
import org.vmn.runtime.network.Policy;
import org.vmn.runtime.network.Traffic;
import org.vmn.runtime.network.Traffic.Match;
import org.vmn.runtime.value.IpRange;
import org.vmn.runtime.value.IpSet;

/**
 * Rules that do nothing, by proof: for every packet that a rule matches, and that somebody could
 * send to somebody, the decision is looked at with and without it.
 */
public final class RuleReview {
  private final Forwarding tables;
  private final Cuts cuts;
  private final Probes probes;
  private final IpSet anybody;
  private final List<Remark> remarks = new ArrayList<>();

  private RuleReview(Forwarding tables) {
    this.tables = tables;
    cuts = new Cuts(tables);
    probes = new Probes(cuts);
    anybody = anybody(tables);
    cuts.cut(anybody);
  }

  /** Why a rule does nothing. */
  public enum Kind {
    /** Nobody has an address that it speaks of. */
    UNUSED,
    /** Others that go before it decide everything that it matches. */
    SHADOWED,
    /** Without it everything would be decided the same. */
    REDUNDANT
  }

  /**
   * @param rule in the words of the source
   * @param because the rule that decides instead for one packet, or empty
   */
  public record Remark(Kind kind, String rule, Origin origin, String because, Origin other) {}

  /** In order of declaration: the policy, then firewalls. */
  public static List<Remark> of(Forwarding tables) {
    return of(tables, done -> false);
  }

  /**
   * The same.
   *
   * @param stop told between rules how much is done, from 0 to 1; true ends it with what there is
   */
  public static List<Remark> of(Forwarding tables, DoublePredicate stop) {
    RuleReview review = new RuleReview(tables);
    List<Policy.Rule> rules = tables.filter().policy().rules();
    int lines = tables.acls().stream().mapToInt(acl -> acl.lines().size()).sum();
    double all = Math.max(1, rules.size() + lines);
    int done = 0;
    for (Policy.Rule rule : rules) {
      if (stop.test(done++ / all)) {
        return List.copyOf(review.remarks);
      }
      review.policy(rule);
    }
    for (Acl acl : tables.acls()) {
      for (int i = 0; i < acl.lines().size(); i++) {
        if (stop.test(done++ / all)) {
          return List.copyOf(review.remarks);
        }
        review.line(acl, i);
      }
    }
    return List.copyOf(review.remarks);
  }

  private static IpSet anybody(Forwarding tables) {
    List<IpRange> ranges = new ArrayList<>();
    for (Machine machine : tables.network().machines()) {
      for (Nic nic : machine.nics()) {
        nic.addresses().forEach(a -> ranges.addAll(a.ranges()));
      }
    }
    for (External external : tables.network().externals()) {
      ranges.addAll(external.addresses().ranges());
    }
    tables.network().balancers().forEach(b -> ranges.add(IpRange.of(b.address())));
    tables
        .network()
        .routers()
        .forEach(r -> {
          r.floating().forEach(f -> ranges.add(IpRange.of(f.address())));
          r.dnat().forEach(d -> ranges.add(IpRange.of(d.address())));
        });
    return IpSet.of(ranges);
  }

  private void policy(Policy.Rule rule) {
    List<Selection> selections =
        tables.filter().clauses().stream()
            .filter(c -> c.rule().equals(rule))
            .map(c -> new Selection(c.from(), c.to(), c.traffic()))
            .toList();
    boolean denies = rule.action() == Policy.Action.DENY;
    Verdict verdict = new Verdict();
    for (Packet packet : packets(selections)) {
      Filter.Clause deny = other(rule, Policy.Action.DENY, packet);
      Filter.Clause allow = other(rule, Policy.Action.ALLOW, packet);
      Policy.@Nullable Rule before = deny == null ? null : deny.rule();
      boolean permitted = allow != null || tables.filter().policy().allowByDefault();
      boolean same = deny != null || denies != permitted;
      Policy.@Nullable Rule instead = before != null ? before : allow == null ? null : allow.rule();
      verdict.add(
          deny != null,
          same,
          instead == null ? "" : RuleText.of(instead),
          instead == null ? tables.filter().policy().origin() : instead.origin());
    }
    verdict.remark(RuleText.of(rule), rule.origin(), remarks);
  }

  private Filter.@Nullable Clause other(Policy.Rule than, Policy.Action action, Packet packet) {
    for (Filter.Clause clause : tables.filter().clauses()) {
      if (clause.rule().action() == action
          && !clause.rule().equals(than)
          && new Selection(clause.from(), clause.to(), clause.traffic()).matches(packet)) {
        return clause;
      }
    }
    return null;
  }

  private void line(Acl acl, int i) {
    Acl.Line line = acl.lines().get(i);
    Verdict verdict = new Verdict();
    for (Packet packet : packets(line.selections())) {
      Acl.Line before = first(acl.lines().subList(0, i), packet);
      Acl.Line after = first(acl.lines().subList(i + 1, acl.lines().size()), packet);
      boolean then =
          after == null
              ? acl.firewall().allowByDefault()
              : after.rule().action() == Policy.Action.ALLOW;
      boolean same = before != null || then == (line.rule().action() == Policy.Action.ALLOW);
      Firewall.@Nullable Rule instead =
          before != null ? before.rule() : after == null ? null : after.rule();
      verdict.add(
          before != null,
          same,
          instead == null ? "" : RuleText.of(instead),
          instead == null ? acl.firewall().origin() : instead.origin());
    }
    verdict.remark(RuleText.of(line.rule()), line.rule().origin(), remarks);
  }

  private static Acl.@Nullable Line first(List<Acl.Line> lines, Packet packet) {
    return lines.stream()
        .filter(l -> l.selections().stream().anyMatch(s -> s.matches(packet)))
        .findFirst()
        .orElse(null);
  }

  /** One packet of each class that the selections match. */
  private List<Packet> packets(List<Selection> selections) {
    List<Packet> packets = new ArrayList<>();
    for (Selection selection : selections) {
      List<Probe> traffic = new ArrayList<>();
      for (Match match : selection.traffic()) {
        traffic.addAll(probes.of(new Traffic("", List.of(match))));
      }
      for (IpRange from : cuts.parts(selection.from().intersect(anybody))) {
        for (IpRange to : cuts.parts(selection.to().intersect(anybody))) {
          if (from.first().family() == to.first().family()) {
            traffic.forEach(
                p -> packets.add(Packet.opening(from.first(), to.first(), p.protocol(), p.port())));
          }
        }
      }
    }
    return packets;
  }

  /** What all packets of a rule say of it. */
  private static final class Verdict {
    private boolean any;
    private boolean shadowed = true;
    private boolean redundant = true;
    private String because = "";
    private Origin other = Origin.NONE;

    void add(boolean decidedBefore, boolean same, String instead, Origin origin) {
      any = true;
      shadowed &= decidedBefore;
      redundant &= same;
      if (because.isEmpty()) {
        because = instead;
        other = origin;
      }
    }

    void remark(String rule, Origin origin, List<Remark> remarks) {
      if (!any) {
        remarks.add(new Remark(Kind.UNUSED, rule, origin, "", Origin.NONE));
      } else if (shadowed) {
        remarks.add(new Remark(Kind.SHADOWED, rule, origin, because, other));
      } else if (redundant) {
        remarks.add(new Remark(Kind.REDUNDANT, rule, origin, because, other));
      }
    }
  }
}
