package org.vmn.runtime.prove;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.claims.Effort;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.network.Endpoints;
import org.vmn.runtime.network.Traffic.Match;
import org.vmn.runtime.network.Traffic.Protocol;
import org.vmn.runtime.prove.reach.Reach;
import org.vmn.runtime.prove.rows.Bits;
import org.vmn.runtime.prove.rows.Points;
import org.vmn.runtime.prove.sides.Side;
import org.vmn.runtime.prove.sides.Sides;
import org.vmn.runtime.prove.sides.Target;

/** A survey by rows of bits: its cost grows with classes, not with machines. */
final class RowSurvey implements Survey {
  private static final int LAST_PORT = 65535;

  /** What begins a protocol; nothing is sent to port 0. */
  private static final List<Interval> PROTOCOLS =
      List.of(
          new Interval(Points.of(Protocol.TCP, 1), Points.of(Protocol.TCP, LAST_PORT)),
          new Interval(Points.of(Protocol.UDP, 1), Points.of(Protocol.UDP, LAST_PORT)),
          new Interval(Points.of(Protocol.ICMP, 0), Points.of(Protocol.ICMP, 0)),
          new Interval(Points.LAST, Points.LAST));

  private final Forwarding forwarding;
  private final Survey walks;
  private final Effort effort;
  private @Nullable Engine engine;

  /** What decides, once the tables are made: that may be given up too. */
  private record Engine(Tables tables, Decider decider) {}

  /**
   * @param walks asked where a packet meets more choices than can be folded
   */
  RowSurvey(Forwarding forwarding, BooleanSupplier cancelled, Survey walks) {
    this.forwarding = forwarding;
    this.walks = walks;
    effort = new Effort(Long.MAX_VALUE, 0, cancelled);
  }

  private Engine engine() {
    Engine made = engine;
    if (made == null) {
      Tables tables = new Tables(forwarding, Bounds.USUAL.bytes(), () -> effort);
      made = new Engine(tables, new Decider(forwarding, tables.universe(), () -> effort));
      engine = made;
    }
    return made;
  }

  @Override
  public List<Stretch> between(Endpoints from, Endpoints to) {
    try {
      Sides sides = engine().tables().sides();
      Side side = sides.sources(from);
      List<Target> targets = side.isEmpty() ? List.of() : sides.targets(to);
      return targets.isEmpty() ? List.of() : between(side, targets);
    } catch (Effort.Exhausted e) {
      return walks.between(from, to);
    }
  }

  private List<Stretch> between(Side side, List<Target> targets) {
    boolean strange = targets.stream().anyMatch(t -> RowEngine.strangers(side, t) != null);
    Stretches stretches = new Stretches();
    TreeSet<Integer> cuts = new TreeSet<>();
    for (Target target : targets) {
      for (Target.Address address : target.addresses()) {
        for (int cut : address.reach().cuts()) {
          cuts.add(cut);
        }
      }
    }
    for (Interval protocol : PROTOCOLS) {
      int first = protocol.first();
      while (first <= protocol.last()) {
        Integer next = cuts.higher(first);
        int last = next == null ? protocol.last() : Math.min(next - 1, protocol.last());
        Level level = level(side, targets, strange, new Interval(first, last));
        stretches.add(match(first, last), level);
        first = last + 1;
      }
    }
    return stretches.all();
  }

  private static Match match(int first, int last) {
    Protocol protocol = Points.protocol(first);
    return protocol.hasPorts()
        ? new Match(protocol, Points.port(first), Points.port(last))
        : new Match(protocol, 0, LAST_PORT);
  }

  private Level level(Side side, List<Target> targets, boolean strange, Interval part) {
    Level level = Level.NOWHERE;
    for (Target target : targets) {
      for (Target.Address address : target.addresses()) {
        if (level != Level.SOME) {
          Level more = level(side, target, address, part.first());
          level = more.compareTo(level) > 0 ? more : level;
        }
      }
    }
    return level == Level.SOME && !strange && holds(side, targets, part) ? Level.ALL : level;
  }

  private static Level level(Side side, Target target, Target.Address address, int point) {
    Reach reach = address.reach();
    int i = find(reach, point);
    Bits arrives = side.withForged(address.family()).and(reach.arrives(i));
    if (arrives.isEmpty() || Pairs.withoutSelf(arrives, side, target).isEmpty()) {
      return Level.NOWHERE;
    }
    Bits connects = side.legs(address.family()).and(reach.connects(i));
    return connects.isEmpty() || Pairs.withoutSelf(connects, side, target).isEmpty()
        ? Level.ARRIVES
        : Level.SOME;
  }

  private boolean holds(Side side, List<Target> targets, Interval part) {
    for (Target target : targets) {
      Found found = Found.first();
      engine().decider().failures(side, target, List.of(part), found);
      if (found.any()) {
        return false;
      }
    }
    return true;
  }

  private static int find(Reach reach, int point) {
    int at = Arrays.binarySearch(reach.cuts(), point);
    return at >= 0 ? at : -at - 2;
  }

  /** What gets anywhere, as it is found; what touches and gets as far is joined. */
  static final class Stretches {
    private final List<Stretch> all = new ArrayList<>();

    void add(Match match, Level level) {
      if (level == Level.NOWHERE) {
        return;
      }
      Stretch before = all.isEmpty() ? null : all.get(all.size() - 1);
      if (before != null
          && before.level() == level
          && before.match().protocol() == match.protocol()
          && before.match().lastPort() + 1 == match.firstPort()) {
        Match joined = new Match(match.protocol(), before.match().firstPort(), match.lastPort());
        all.set(all.size() - 1, new Stretch(joined, level));
      } else {
        all.add(new Stretch(match, level));
      }
    }

    List<Stretch> all() {
      return List.copyOf(all);
    }
  }
}
