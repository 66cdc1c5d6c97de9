package org.vmn.runtime.review;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoublePredicate;
import org.vmn.runtime.claims.Claims;
import org.vmn.runtime.claims.Effort;
import org.vmn.runtime.claims.Elements;
import org.vmn.runtime.claims.Finding;
import org.vmn.runtime.claims.MinimalCuts;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.network.Assertion;
import org.vmn.runtime.network.Claim;
import org.vmn.runtime.network.Traffic.Match;
import org.vmn.runtime.network.Traffic.Protocol;

/** What a change of a network changes for those who use it. */
public final class Change {
  private static final long MOST_WALKS = 5_000_000;
  private static final int PORTS = 65536;

  private Change() {}

  /** How a line is meant: safer, riskier, or neither is for this tool to say. */
  public enum Kind {
    OPENS,
    CLOSES,
    GAINS,
    LOSES
  }

  /**
   * One difference.
   *
   * @param what with its subject: {@code web -> db}, an assertion, or a connection and an element
   * @param on the traffic that opens or closes; empty for the other kinds
   */
  public record Line(Kind kind, String what, List<Match> on) {
    public Line {
      on = List.copyOf(on);
    }
  }

  /** In order of the second network's declarations: reachability, assertions, failures. */
  public static List<Line> between(Forwarding before, Forwarding after) {
    return between(before, after, done -> false);
  }

  /**
   * The same. Ended early, it says nothing of what it didn't compare.
   *
   * @param stop told from time to time how much is done, from 0 to 1; true ends it
   */
  public static List<Line> between(Forwarding before, Forwarding after, DoublePredicate stop) {
    List<Line> lines = new ArrayList<>();
    Matrix was = Matrix.of(before, done -> stop.test(done / 3));
    Matrix is = Matrix.of(after, done -> stop.test((1 + done) / 3));
    if (!was.complete() || !is.complete()) {
      return lines;
    }
    reach(was, is, lines);
    Map<String, Assertion> old = new LinkedHashMap<>();
    before.network().assertions().forEach(a -> old.put(a.text(), a));
    List<Assertion> assertions = after.network().assertions();
    for (int i = 0; i < assertions.size(); i++) {
      double done = (2 + (double) i / assertions.size()) / 3;
      Effort effort = new Effort(MOST_WALKS, 0, () -> stop.test(done));
      Assertion same = old.get(assertions.get(i).text());
      if (same != null && !stop.test(done)) {
        verdict(before, same, after, assertions.get(i), effort, lines);
      }
    }
    return lines;
  }

  private static void reach(Matrix was, Matrix is, List<Line> lines) {
    Set<String> sources = union(is.sources(), was.sources());
    Set<String> destinations = union(is.destinations(), was.destinations());
    for (String from : sources) {
      for (String to : destinations) {
        BitSet old = connected(was, from, to);
        BitSet now = connected(is, from, to);
        add(lines, Kind.OPENS, from + " -> " + to, less(now, old));
        add(lines, Kind.CLOSES, from + " -> " + to, less(old, now));
      }
    }
  }

  private static Set<String> union(List<String> first, List<String> second) {
    Set<String> all = new LinkedHashSet<>(first);
    all.addAll(second);
    return all;
  }

  private static void add(List<Line> lines, Kind kind, String what, BitSet points) {
    if (!points.isEmpty()) {
      lines.add(new Line(kind, what, matches(points)));
    }
  }

  /** What at least some of the source have to some of the destination: a bit for each port. */
  private static BitSet connected(Matrix matrix, String from, String to) {
    int row = matrix.sources().indexOf(from);
    int column = matrix.destinations().indexOf(to);
    BitSet points = new BitSet();
    if (row >= 0 && column >= 0) {
      Matrix.Cell cell = matrix.cells().get(row).get(column);
      cell.all().forEach(m -> add(m, points));
      cell.some().forEach(m -> add(m, points));
    }
    return points;
  }

  private static void add(Match match, BitSet points) {
    int base = match.protocol().ordinal() * PORTS;
    boolean ports = match.protocol().hasPorts();
    points.set(base + (ports ? match.firstPort() : 0), base + (ports ? match.lastPort() : 0) + 1);
  }

  private static BitSet less(BitSet some, BitSet others) {
    BitSet left = (BitSet) some.clone();
    left.andNot(others);
    return left;
  }

  private static List<Match> matches(BitSet points) {
    List<Match> matches = new ArrayList<>();
    int first = points.nextSetBit(0);
    while (first >= 0) {
      int end = Math.min(points.nextClearBit(first), (first / PORTS + 1) * PORTS);
      matches.add(match(first, end - 1));
      first = points.nextSetBit(end);
    }
    return matches;
  }

  private static Match match(int first, int last) {
    Protocol protocol = Protocol.values()[first / PORTS];
    return protocol.hasPorts()
        ? new Match(protocol, first % PORTS, last % PORTS)
        : new Match(protocol, 0, PORTS - 1);
  }

  private static void verdict(
      Forwarding before,
      Assertion old,
      Forwarding after,
      Assertion now,
      Effort effort,
      List<Line> lines) {
    Finding was = Claims.about(before).decide(old.claim(), effort);
    Finding is = Claims.about(after).decide(now.claim(), effort);
    if (was.kind() == Finding.Kind.UNKNOWN || is.kind() == Finding.Kind.UNKNOWN) {
      return;
    }
    if (was.holds() != is.holds()) {
      String because = is.reason().isEmpty() ? "" : ": " + is.reason();
      lines.add(
          is.holds()
              ? new Line(Kind.GAINS, "`" + now.text() + "` holds now", List.of())
              : new Line(Kind.LOSES, "`" + now.text() + "` holds no longer" + because, List.of()));
    } else if (is.holds()
        && now.claim() instanceof Claim.Reach r
        && r.mode() == Claim.Mode.REACHES) {
      Set<String> weak = points(after, now.claim(), effort);
      Set<String> weakBefore = points(before, old.claim(), effort);
      String subject = r.from().text() + " -> " + r.to().text();
      for (String element : weak) {
        if (!weakBefore.contains(element)) {
          lines.add(
              new Line(
                  Kind.LOSES, subject + " no longer survives the loss of " + element, List.of()));
        }
      }
      for (String element : weakBefore) {
        if (!weak.contains(element)) {
          lines.add(
              new Line(Kind.GAINS, subject + " now survives the loss of " + element, List.of()));
        }
      }
    }
  }

  private static Set<String> points(Forwarding tables, Claim claim, Effort effort) {
    Set<String> names = new LinkedHashSet<>();
    MinimalCuts.of(tables, claim, 1, effort)
        .forEach(f -> f.failed().forEach(e -> names.add(Elements.name(e))));
    return names;
  }
}
