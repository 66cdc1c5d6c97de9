package org.vmn.generator.explain;

import java.util.ArrayList;
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
import org.vmn.runtime.network.Assertion;
import org.vmn.runtime.network.Balancer;
import org.vmn.runtime.network.Claim;
import org.vmn.runtime.network.Member;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Origin;
import org.vmn.runtime.network.Policy;
import org.vmn.runtime.network.Traffic;
import org.vmn.runtime.prove.Prover;
import org.vmn.runtime.prove.Verdict;

/** Who can talk to whom, and why: what rules permit, and whether there is a way, as proved. */
final class Connections {
  /** Pairs of parties; past it, nobody would read the table, and proving takes its time. */
  private static final int MOST_PAIRS = 2500;

  /** Rules times machines: what finding the parties costs. */
  private static final long MOST_WORK = 5_000_000;

  private static final String NEVER = "never";
  private static final int MOST_DENIED = 3;

  private final Network network;
  private final Function<Origin, String> shown;
  private final Prover prover;

  /** Targets by what the other columns of their row say. */
  private final Map<Row, Set<String>> rows = new LinkedHashMap<>();

  private Connections(Network network, Function<Origin, String> shown) {
    this.network = network;
    this.shown = shown;
    this.prover = Prover.of(Forwarding.of(network));
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
          pair(from, to);
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

  private void pair(Party from, Party to) {
    if (network.policy().allowByDefault()) {
      row(from, to, null, "the default");
      return;
    }
    for (Policy.Rule rule : network.policy().rules()) {
      if (rule.action() == Policy.Action.ALLOW && from.isIn(rule.from(), network)) {
        if (to.isIn(rule.to(), network)) {
          row(from, to, rule.traffic(), shown.apply(rule.origin()));
        } else {
          behind(from, to, rule);
        }
      }
    }
  }

  /** What may reach a balancer may reach its targets on the port that they serve. */
  private void behind(Party from, Party to, Policy.Rule rule) {
    for (Balancer balancer : network.balancers()) {
      boolean meant =
          rule.to().include().contains(new Member.Virtual(balancer.name()))
              && balancer.targets().stream().anyMatch(t -> to.names().contains(t.machine()));
      if (meant) {
        Traffic.Match match =
            new Traffic.Match(balancer.protocol(), balancer.targetPort(), balancer.targetPort());
        String port = TrafficText.ports(new Traffic("", List.of(match)));
        String why = shown.apply(rule.origin()) + ", as a target of " + balancer.name();
        row(from, to, new Traffic(port, List.of(match)), why);
      }
    }
  }

  private void row(Party from, Party to, @Nullable Traffic traffic, String why) {
    String holds = holds(from, to, traffic);
    if (holds.startsWith(NEVER) && (network.policy().allowByDefault() || why.contains(", as a"))) {
      return;
    }
    String on =
        traffic != null ? TrafficText.of(traffic) : to.opens() ? "everything" : "its own port";
    rows.computeIfAbsent(new Row(from.text(), on, holds, why), r -> new LinkedHashSet<>())
        .add(to.text());
  }

  /** Empty when every connection completes. */
  private String holds(Party from, Party to, @Nullable Traffic traffic) {
    if (proved(Claim.Mode.REACHES, from, to, traffic)) {
      return "";
    }
    String kind = proved(Claim.Mode.CANNOT_REACH, from, to, traffic) ? NEVER : "in part";
    List<String> denied =
        network.policy().rules().stream()
            .filter(r -> r.action() == Policy.Action.DENY)
            .filter(r -> from.isIn(r.from(), network) && to.isIn(r.to(), network))
            .limit(MOST_DENIED)
            .map(r -> shown.apply(r.origin()))
            .toList();
    return denied.isEmpty() ? kind : kind + ", denied by " + String.join(", ", denied);
  }

  private boolean proved(Claim.Mode mode, Party from, Party to, @Nullable Traffic traffic) {
    Claim claim = new Claim.Reach(mode, from.endpoints(), to.endpoints(), traffic);
    Verdict verdict = prover.prove(new Assertion("", claim, Origin.NONE));
    return verdict.outcome() == Verdict.Outcome.PROVED;
  }
}
