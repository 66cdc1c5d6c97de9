package org.vmn.runtime.review;

import java.util.ArrayList;
import java.util.Collections;
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
import org.vmn.runtime.network.Router;
import org.vmn.runtime.network.Traffic;
import org.vmn.runtime.network.Traffic.Match;
import org.vmn.runtime.network.Traffic.Protocol;
import org.vmn.runtime.value.IpRange;
import org.vmn.runtime.value.IpSet;

/**
 * Rules that do nothing, by proof: for every packet that a rule matches, and that somebody could
 * send to somebody else, the decision is looked at with and without it. What is found to do nothing
 * is left out when the next rule is looked at, the last rules first: all that is reported can go at
 * once.
 */
public final class RuleReview {
  private final Forwarding tables;
  private final Cuts cuts;
  private final Probes probes;
  private final IpSet senders;
  private final IpSet receivers;

  /** Whether a packet can have the same source and destination: forged, or turned at a router. */
  private final boolean meetsItself;

  private final List<Clause> written = new ArrayList<>();

  /** Those of rules that aren't found to do nothing yet. */
  private final List<Clause> clauses = new ArrayList<>();

  private final List<Remark> remarks = new ArrayList<>();

  private RuleReview(Forwarding tables) {
    this.tables = tables;
    cuts = new Cuts(tables);
    probes = new Probes(cuts);
    receivers = anybody(tables);
    boolean spoof =
        tables.network().machines().stream()
            .filter(m -> !m.quarantined())
            .anyMatch(m -> m.nics().stream().anyMatch(Nic::spoof));
    senders = spoof ? IpSet.ALL : receivers;
    meetsItself = spoof || tables.network().routers().stream().anyMatch(Router::hairpin);
    cuts.cut(receivers);
    tables.filter().clauses().forEach(c -> written.add(new Clause(c.rule(), selection(c))));
    clauses.addAll(written);
  }

  /** A clause of the policy, with what it matches. */
  private record Clause(Policy.Rule rule, Selection selection) {}

  private static Selection selection(Filter.Clause clause) {
    return new Selection(clause.from(), clause.to(), clause.traffic());
  }

  /** Why a rule does nothing. */
  public enum Kind {
    /** Nobody sends such a packet to anybody else. */
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
    for (int i = rules.size() - 1; i >= 0 && !stop.test(done++ / all); i--) {
      review.policy(rules.get(i));
    }
    Collections.reverse(review.remarks);
    for (Acl acl : tables.acls()) {
      int before = done;
      review.firewall(acl, looked -> stop.test((before + looked) / all));
      done += acl.lines().size();
    }
    return List.copyOf(review.remarks);
  }

  private static IpSet anybody(Forwarding tables) {
    List<IpRange> ranges = new ArrayList<>();
    for (Machine machine : tables.network().machines()) {
      if (!machine.quarantined()) {
        for (Nic nic : machine.nics()) {
          nic.addresses().forEach(a -> ranges.addAll(a.ranges()));
        }
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
        clauses.stream().filter(c -> isOf(c, rule)).map(Clause::selection).toList();
    List<Clause> near = near(clauses, rule, selections);
    List<Clause> nearby = near(written, rule, selections);
    boolean denies = rule.action() == Policy.Action.DENY;
    Verdict verdict = new Verdict();
    for (Packet packet : packets(selections, !meetsItself)) {
      Clause deny = first(near, Policy.Action.DENY, packet);
      Clause allow = first(near, Policy.Action.ALLOW, packet);
      // Alone or together with the others that do nothing: either may be what somebody removes.
      boolean same = decides(near, denies, packet) && decides(nearby, denies, packet);
      Clause instead = deny != null ? deny : allow;
      verdict.add(
          deny != null,
          same,
          instead == null ? "" : RuleText.of(instead.rule()),
          instead == null ? tables.filter().policy().origin() : instead.rule().origin());
    }
    if (verdict.remark(RuleText.of(rule), rule.origin(), remarks)) {
      clauses.removeIf(c -> isOf(c, rule));
    }
  }

  private static List<Clause> near(List<Clause> of, Policy.Rule rule, List<Selection> selections) {
    return of.stream()
        .filter(c -> !isOf(c, rule))
        .filter(c -> selections.stream().anyMatch(s -> meet(s, c.selection())))
        .toList();
  }

  /** Whether others decide about a packet as a rule would that matches it. */
  private boolean decides(List<Clause> others, boolean denies, Packet packet) {
    boolean permitted =
        first(others, Policy.Action.ALLOW, packet) != null
            || tables.filter().policy().allowByDefault();
    return first(others, Policy.Action.DENY, packet) != null || denies != permitted;
  }

  private static boolean isOf(Clause clause, Policy.Rule rule) {
    return clause.rule().equals(rule);
  }

  private static boolean meet(Selection one, Selection other) {
    return one.traffic().stream().anyMatch(m -> other.traffic().stream().anyMatch(o -> meet(m, o)))
        && one.to().meets(other.to())
        && one.from().meets(other.from());
  }

  private static boolean meet(Match one, Match other) {
    boolean any = one.protocol() == Protocol.ANY || other.protocol() == Protocol.ANY;
    return any
        || one.protocol() == other.protocol()
            && one.firstPort() <= other.lastPort()
            && other.firstPort() <= one.lastPort();
  }

  private static @Nullable Clause first(List<Clause> clauses, Policy.Action action, Packet packet) {
    for (Clause clause : clauses) {
      if (clause.rule().action() == action && clause.selection().matches(packet)) {
        return clause;
      }
    }
    return null;
  }

  /**
   * @param stop told before each line how many were looked at
   */
  private void firewall(Acl acl, DoublePredicate stop) {
    List<Acl.Line> left = new ArrayList<>(acl.lines());
    List<Remark> found = new ArrayList<>();
    int looked = 0;
    for (int i = left.size() - 1; i >= 0 && !stop.test(looked++); i--) {
      Acl.Line line = left.get(i);
      Verdict verdict = new Verdict();
      List<Acl.Line> earlier = left.subList(0, i);
      List<Acl.Line> later = left.subList(i + 1, left.size());
      List<Acl.Line> behind = acl.lines().subList(i + 1, acl.lines().size());
      for (Packet packet : packets(line.selections(), false)) {
        Acl.Line before = first(earlier, packet);
        Acl.Line after = first(later, packet);
        boolean allows = line.rule().action() == Policy.Action.ALLOW;
        boolean same =
            before != null
                || permits(acl, after) == allows && permits(acl, first(behind, packet)) == allows;
        Firewall.@Nullable Rule instead =
            before != null ? before.rule() : after == null ? null : after.rule();
        verdict.add(
            before != null,
            same,
            instead == null ? "" : RuleText.of(instead),
            instead == null ? acl.firewall().origin() : instead.origin());
      }
      if (verdict.remark(RuleText.of(line.rule()), line.rule().origin(), found)) {
        left.remove(i);
      }
    }
    Collections.reverse(found);
    remarks.addAll(found);
  }

  private static boolean permits(Acl acl, Acl.@Nullable Line decides) {
    return decides == null
        ? acl.firewall().allowByDefault()
        : decides.rule().action() == Policy.Action.ALLOW;
  }

  private static Acl.@Nullable Line first(List<Acl.Line> lines, Packet packet) {
    return lines.stream()
        .filter(l -> l.selections().stream().anyMatch(s -> s.matches(packet)))
        .findFirst()
        .orElse(null);
  }

  /**
   * One packet of each class that the selections match.
   *
   * @param others whether to leave out what one address would send to itself
   */
  private List<Packet> packets(List<Selection> selections, boolean others) {
    List<Packet> packets = new ArrayList<>();
    for (Selection selection : selections) {
      List<Probe> traffic = new ArrayList<>();
      for (Match match : selection.traffic()) {
        traffic.addAll(probes.of(new Traffic("", List.of(match))));
      }
      for (IpRange from : cuts.parts(selection.from().intersect(senders))) {
        for (IpRange to : cuts.parts(selection.to().intersect(receivers))) {
          boolean itself = others && from.size() == 1 && from.equals(to);
          if (from.first().family() == to.first().family() && !itself) {
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

    /** Whether there was something to remark. */
    boolean remark(String rule, Origin origin, List<Remark> remarks) {
      if (!any) {
        remarks.add(new Remark(Kind.UNUSED, rule, origin, "", Origin.NONE));
      } else if (shadowed) {
        remarks.add(new Remark(Kind.SHADOWED, rule, origin, because, other));
      } else if (redundant) {
        remarks.add(new Remark(Kind.REDUNDANT, rule, origin, because, other));
      }
      return !any || shadowed || redundant;
    }
  }
}
