package org.vmn.generator.explain;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.vmn.generator.text.Table;
import org.vmn.generator.text.TrafficText;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.network.Balancer;
import org.vmn.runtime.network.Member;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Origin;
import org.vmn.runtime.network.Policy;
import org.vmn.runtime.network.Traffic;
import org.vmn.runtime.prove.Survey;
import org.vmn.runtime.review.TrafficPoints;

/** Who can talk to whom, and why: what rules permit, and whether there is a way, as proved. */
final class Connections {
  /** Pairs of parties; past it, nobody would read the table, and proving takes its time. */
  private static final int MOST_PAIRS = 2500;

  /** Rules times machines: what finding the parties costs. */
  private static final long MOST_WORK = 5_000_000;

  private static final String NEVER = "never";
  private static final String UNANSWERED = "arrives, unanswered";
  private static final int MOST_DENIED = 3;

  private final Network network;
  private final Function<Origin, String> shown;
  private final Survey survey;

  /** Targets by what the other columns of their row say. */
  private final Map<Row, Set<String>> rows = new LinkedHashMap<>();

  private Connections(Network network, Function<Origin, String> shown) {
    this.network = network;
    this.shown = shown;
    this.survey = Survey.of(Forwarding.of(network), () -> false);
  }

  private record Row(String from, String on, String holds, String why) {}

  static List<Section> sections(Network network, Function<Origin, String> shown) {
    long work = (long) network.policy().rules().size() * network.machines().size();
    if (work > MOST_WORK) {
      return List.of();
    }
    List<Party> parties = Party.of(network);
    if ((long) parties.size() * parties.size() > MOST_PAIRS) {
      return List.of();
    }
    return List.of(
        new Section("Who can talk to whom", new Connections(network, shown).lines(parties)));
  }

  private List<String> lines(List<Party> parties) {
    for (Party from : parties) {
      for (Party to : parties) {
        boolean itself = from.equals(to) && (from.isAlone(network) || !to.opens());
        if (from.opens() && !itself && !(outside(from) && outside(to))) {
          new Pair(from, to).rows();
        }
      }
    }
    Map<List<Object>, List<String>> merged = new LinkedHashMap<>();
    rows.forEach((row, to) ->
        merged
            .computeIfAbsent(List.of(to, row.on(), row.holds(), row.why()), k -> new ArrayList<>())
            .add(row.from()));
    Table table = Table.of("from", "to", "on", "how far", "because of");
    merged.forEach((key, from) -> {
      Set<?> to = (Set<?>) key.get(0);
      table.row(
          Party.text(from),
          Party.text(to.stream().map(Object::toString).toList()),
          key.get(1),
          key.get(2),
          key.get(3));
    });
    List<String> lines = new ArrayList<>(table.lines());
    boolean open = network.policy().allowByDefault();
    lines.add(
        rows.isEmpty()
            ? "Nobody can open a connection to anybody."
            : open ? "" : "Nobody else can open a connection to anybody else.");
    lines.removeIf(String::isEmpty);
    return lines;
  }

  private boolean outside(Party party) {
    return network.externals().stream().anyMatch(e -> party.names().contains(e.name()));
  }

  /** What is to be said of two parties. */
  private final class Pair {
    private final Party from;
    private final Party to;
    private final BitSet arrives = new BitSet();
    private final BitSet completes = new BitSet();
    private final BitSet always = new BitSet();

    /** What some row speaks of. */
    private final BitSet said = new BitSet();

    Pair(Party from, Party to) {
      this.from = from;
      this.to = to;
      for (Survey.Stretch s : survey.between(from.endpoints(), to.endpoints())) {
        TrafficPoints.add(s.match(), arrives);
        if (s.level() != Survey.Level.ARRIVES) {
          TrafficPoints.add(s.match(), completes);
        }
        if (s.level() == Survey.Level.ALL) {
          TrafficPoints.add(s.match(), always);
        }
      }
    }

    void rows() {
      if (network.policy().allowByDefault()) {
        row(null, "the default");
        return;
      }
      for (Policy.Rule rule : network.policy().rules()) {
        if (rule.action() == Policy.Action.ALLOW && from.isIn(rule.from(), network)) {
          if (to.isIn(rule.to(), network)) {
            row(rule.traffic(), shown.apply(rule.origin()));
          } else {
            behind(rule);
          }
        }
      }
      unsaid();
    }

    /** What may reach a balancer may reach its targets on the port that they serve. */
    private void behind(Policy.Rule rule) {
      for (Balancer balancer : network.balancers()) {
        boolean meant =
            rule.to().include().contains(new Member.Virtual(balancer.name()))
                && balancer.targets().stream().anyMatch(t -> to.names().contains(t.machine()));
        if (meant) {
          Traffic.Match match =
              new Traffic.Match(balancer.protocol(), balancer.targetPort(), balancer.targetPort());
          String why = shown.apply(rule.origin()) + ", as a target of " + balancer.name();
          row(traffic(List.of(match)), why);
        }
      }
    }

    /** What gets through although no rule is about these two. */
    private void unsaid() {
      BitSet left = (BitSet) arrives.clone();
      left.andNot(said);
      if (!left.isEmpty()) {
        String why = from.forges(network) ? "`spoof`: it may forge its source" : "";
        row(traffic(TrafficPoints.matches(left)), why);
      }
    }

    private static Traffic traffic(List<Traffic.Match> matches) {
      return new Traffic(TrafficText.ports(new Traffic("", matches)), matches);
    }

    private void row(@Nullable Traffic traffic, String why) {
      BitSet meant = meant(traffic);
      said.or(meant);
      String holds = holds(meant);
      if (holds.startsWith(NEVER)
          && (network.policy().allowByDefault() || why.contains(", as a"))) {
        return;
      }
      String on =
          traffic != null ? TrafficText.of(traffic) : to.opens() ? "everything" : "its own port";
      rows.computeIfAbsent(new Row(from.text(), on, holds, why), r -> new LinkedHashSet<>())
          .add(to.text());
    }

    /** Of a balancer, what is sent to its own port; without traffic, everything. */
    private BitSet meant(@Nullable Traffic traffic) {
      BitSet points = new BitSet();
      if (traffic == null && !to.opens()) {
        network.balancers().stream()
            .filter(b -> to.names().contains(b.name()))
            .forEach(b ->
                TrafficPoints.add(new Traffic.Match(b.protocol(), b.port(), b.port()), points));
      } else {
        TrafficPoints.add(traffic == null ? Traffic.EVERYTHING : traffic, points);
      }
      return points;
    }

    /** Empty when every connection completes. */
    private String holds(BitSet meant) {
      BitSet fails = (BitSet) meant.clone();
      fails.andNot(always);
      if (fails.isEmpty()) {
        return "";
      }
      String kind =
          meant.intersects(completes) ? "in part" : meant.intersects(arrives) ? UNANSWERED : NEVER;
      List<String> denied =
          network.policy().rules().stream()
              .filter(r -> r.action() == Policy.Action.DENY)
              .filter(r -> from.isIn(r.from(), network) && to.isIn(r.to(), network))
              .limit(MOST_DENIED)
              .map(r -> shown.apply(r.origin()))
              .toList();
      return denied.isEmpty() ? kind : kind + ", denied by " + String.join(", ", denied);
    }
  }
}
