package org.vmn.tests.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.network.Assertion;
import org.vmn.runtime.network.Claim;
import org.vmn.runtime.network.Endpoints;
import org.vmn.runtime.network.External;
import org.vmn.runtime.network.Machine;
import org.vmn.runtime.network.Member;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Origin;
import org.vmn.runtime.network.Traffic;
import org.vmn.runtime.network.Traffic.Match;
import org.vmn.runtime.network.Traffic.Protocol;
import org.vmn.runtime.review.Change;
import org.vmn.runtime.review.Matrix;

/** What a matrix and a comparison say is what the second engine says of the same networks. */
class ReviewsTest {
  private static final List<Match> EVERYTHING =
      List.of(
          new Match(Protocol.TCP, 1, 65535),
          new Match(Protocol.UDP, 1, 65535),
          new Match(Protocol.ICMP, 0, 65535));

  private int said;

  @Test
  void entriesOfAMatrixAreTrue() {
    Explore.numbers(40).forEach(this::matrix);
    assertTrue(said > 100, "only " + said + " entries");
  }

  private void matrix(long seed) {
    Network network = RandomNetwork.of(seed);
    Judge judge = new Judge(network);
    Map<String, Endpoints> subjects = subjects(network);
    Matrix matrix = Matrix.of(Forwarding.of(network), done -> false);
    for (int from = 0; from < matrix.sources().size(); from++) {
      for (int to = 0; to < matrix.destinations().size(); to++) {
        Endpoints source = subjects.get(matrix.sources().get(from));
        Endpoints destination = subjects.get(matrix.destinations().get(to));
        if (source != null && destination != null) {
          String what = "seed " + seed + ", " + source.text() + " -> " + destination.text() + ": ";
          entry(judge, source, destination, matrix.cells().get(from).get(to), what);
        }
      }
    }
  }

  private void entry(Judge judge, Endpoints from, Endpoints to, Matrix.Cell cell, String what) {
    List<Match> rest = EVERYTHING;
    for (Match match : named(cell.all())) {
      said++;
      assertTrue(holds(judge, Claim.Mode.REACHES, from, to, match), what + "all " + match);
      rest = less(rest, match);
    }
    List<Match> part = new ArrayList<>(named(cell.some()));
    part.addAll(named(cell.unanswered()));
    for (Match match : part) {
      said++;
      assertEquals(
          false, holds(judge, Claim.Mode.CANNOT_REACH, from, to, match), what + "some " + match);
      assertEquals(
          false, holds(judge, Claim.Mode.REACHES, from, to, first(match)), what + "all " + match);
      rest = less(rest, match);
    }
    for (Match match : rest) {
      said++;
      assertTrue(holds(judge, Claim.Mode.CANNOT_REACH, from, to, match), what + "none " + match);
    }
  }

  /**
   * What opens wasn't all open before, and isn't all closed then; where nothing is said, no claim
   * changes.
   */
  @Test
  void linesOfAComparisonAreTrue() {
    Explore.numbers(60).forEach(this::change);
    assertTrue(said > 20, "only " + said + " lines");
  }

  private void change(long seed) {
    Network before = RandomNetwork.of(seed);
    Random random = new Random(seed);
    List<List<Network>> parts = Variants.mutants(before);
    List<Network> part = parts.get(random.nextInt(parts.size()));
    Network after = part.get(random.nextInt(part.size()));
    List<Change.Line> lines = Change.between(Forwarding.of(before), Forwarding.of(after));
    Judge was = new Judge(before);
    Judge is = new Judge(after);
    Map<String, Endpoints> old = subjects(before);
    Map<String, Endpoints> now = subjects(after);
    boolean moves = false;
    for (Change.Line line : lines) {
      boolean opens = line.kind() == Change.Kind.OPENS;
      if (!opens && line.kind() != Change.Kind.CLOSES) {
        continue;
      }
      moves = true;
      String[] ends = line.what().split(" -> ");
      Map<String, Endpoints> there = opens ? now : old;
      if (ends.length == 2 && there.containsKey(ends[0]) && there.containsKey(ends[1])) {
        for (Match match : named(line.on())) {
          said++;
          assertEquals(
              false,
              holds(
                  opens ? is : was,
                  Claim.Mode.CANNOT_REACH,
                  there.get(ends[0]),
                  there.get(ends[1]),
                  match),
              "seed " + seed + ": " + line);
        }
      }
    }
    if (!moves) {
      Match all = Traffic.EVERYTHING.matches().get(0);
      for (Claim.Mode mode : List.of(Claim.Mode.REACHES, Claim.Mode.CANNOT_REACH)) {
        for (String from : both(was, old, is, now)) {
          for (String to : both(was, old, is, now)) {
            assertEquals(
                holds(was, mode, old.get(from), old.get(to), all),
                holds(is, mode, now.get(from), now.get(to), all),
                "seed " + seed + ": " + from + " " + mode + " " + to + " " + lines);
          }
        }
      }
    }
  }

  /** Who has addresses before and after: a claim about nobody holds. */
  private static List<String> both(
      Judge was, Map<String, Endpoints> old, Judge is, Map<String, Endpoints> now) {
    return old.keySet().stream()
        .filter(now::containsKey)
        .filter(name -> was.survives(old.get(name)) && is.survives(now.get(name)))
        .toList();
  }

  private static boolean holds(
      Judge judge, Claim.Mode mode, Endpoints from, Endpoints to, Match match) {
    Claim claim = new Claim.Reach(mode, from, to, new Traffic("", List.of(match)));
    return Boolean.TRUE.equals(judge.decides(new Assertion("", claim, Origin.NONE)));
  }

  /** In an entry, any protocol is what has no name, which no claim can speak of alone. */
  private static List<Match> named(List<Match> matches) {
    return matches.stream().filter(m -> m.protocol() != Protocol.ANY).toList();
  }

  private static Match first(Match match) {
    return match.protocol().hasPorts()
        ? new Match(match.protocol(), match.firstPort(), match.firstPort())
        : match;
  }

  /** Less a match that one of them holds. */
  private static List<Match> less(List<Match> from, Match match) {
    List<Match> left = new ArrayList<>();
    for (Match each : from) {
      if (each.protocol() != match.protocol()) {
        left.add(each);
        continue;
      }
      if (each.firstPort() < match.firstPort()) {
        left.add(
            new Match(
                each.protocol(),
                each.firstPort(),
                Math.min(each.lastPort(), match.firstPort() - 1)));
      }
      if (each.lastPort() > match.lastPort()) {
        left.add(
            new Match(
                each.protocol(),
                Math.max(each.firstPort(), match.lastPort() + 1),
                each.lastPort()));
      }
    }
    return left;
  }

  private static Map<String, Endpoints> subjects(Network network) {
    Map<String, Endpoints> all = new HashMap<>();
    for (External e : network.externals()) {
      all.put(e.name(), new Endpoints(e.name(), List.of(new Member.Outside(e.name())), List.of()));
    }
    for (Machine m : network.machines()) {
      Member whole = new Member.Machines(m.name(), 0, m.count() - 1);
      all.put(m.name(), new Endpoints(m.name(), List.of(whole), List.of()));
    }
    return all;
  }
}
