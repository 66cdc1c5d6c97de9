package org.vmn.runtime.review;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoublePredicate;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.forward.Forwarding;
import org.vmn.runtime.network.Endpoints;
import org.vmn.runtime.prove.Survey;
import org.vmn.runtime.prove.Survey.Level;
import org.vmn.runtime.prove.Survey.Stretch;
import org.vmn.runtime.review.Change.Kind;
import org.vmn.runtime.review.Change.Line;
import org.vmn.runtime.value.Ip;

/** What opens and closes: compared part by part, told subject by subject. */
final class Openings {
  /** More names than these are counted. */
  private static final int MOST_NAMES = 4;

  private final Survey before;
  private final Survey after;
  private final Map<List<String>, Map<Way, Told>> told = new LinkedHashMap<>();
  private final Map<String, Set<String>> names = new LinkedHashMap<>();
  private final Map<String, Set<Ip.Family>> families = new LinkedHashMap<>();

  private Openings(Forwarding before, Forwarding after) {
    this.before = Survey.of(before, () -> false);
    this.after = Survey.of(after, () -> false);
  }

  /** A way to change. */
  private enum Way {
    OPENS(Kind.OPENS, ""),
    OPENS_ALWAYS(Kind.OPENS, "whatever is chosen; some choices were open before"),
    LETS_IN(Kind.OPENS, "for first packets that get no answer"),
    CLOSES(Kind.CLOSES, ""),
    CLOSES_SOME(Kind.CLOSES, "for some choices; others stay open"),
    ANSWERS_NO_MORE(Kind.CLOSES, "for answers; first packets arrive still"),
    KEEPS_OUT(Kind.CLOSES, "for first packets that got no answer");

    private final Kind kind;
    private final String how;

    Way(Kind kind, String how) {
      this.kind = kind;
      this.how = how;
    }
  }

  /** What changes in one way between two subjects. */
  private static final class Told {
    private final Set<String> from = new LinkedHashSet<>();
    private final Set<String> to = new LinkedHashSet<>();
    private final Set<Ip.Family> families = EnumSet.noneOf(Ip.Family.class);
    private final BitSet points = new BitSet();
  }

  /**
   * @param stop told from time to time how much is done, from 0 to 1; true ends it
   */
  static List<Line> between(Forwarding before, Forwarding after, DoublePredicate stop) {
    Openings openings = new Openings(before, after);
    List<Part> parts = Parts.of(before, after);
    for (Part part : parts) {
      for (String subject : part.subjects()) {
        openings.names.computeIfAbsent(subject, s -> new LinkedHashSet<>()).add(part.text());
        openings
            .families
            .computeIfAbsent(subject, s -> EnumSet.noneOf(Ip.Family.class))
            .add(part.family());
      }
    }
    int done = 0;
    for (Part from : parts) {
      if (stop.test((double) done++ / parts.size())) {
        break;
      }
      for (Part to : parts) {
        if (from.opens() && from.family() == to.family()) {
          openings.compare(from, to);
        }
      }
    }
    return openings.lines();
  }

  private void compare(Part from, Part to) {
    List<Stretch> was = between(before, from.before(), to.before());
    List<Stretch> is = between(after, from.after(), to.after());
    if (was.equals(is)) {
      return;
    }
    Map<Level, BitSet> old = points(was);
    Map<Level, BitSet> now = points(is);
    BitSet opens = less(at(now, Level.SOME), at(old, Level.SOME));
    BitSet closes = less(at(old, Level.SOME), at(now, Level.SOME));
    BitSet unanswered = (BitSet) closes.clone();
    unanswered.and(at(now, Level.ARRIVES));
    tell(Way.OPENS, from, to, opens);
    tell(Way.OPENS_ALWAYS, from, to, less(less(at(now, Level.ALL), at(old, Level.ALL)), opens));
    tell(Way.LETS_IN, from, to, less(less(at(now, Level.ARRIVES), at(old, Level.ARRIVES)), opens));
    tell(Way.CLOSES, from, to, less(closes, unanswered));
    tell(Way.CLOSES_SOME, from, to, less(less(at(old, Level.ALL), at(now, Level.ALL)), closes));
    tell(Way.ANSWERS_NO_MORE, from, to, unanswered);
    tell(
        Way.KEEPS_OUT,
        from,
        to,
        less(less(at(old, Level.ARRIVES), at(now, Level.ARRIVES)), closes));
  }

  private static List<Stretch> between(
      Survey survey, @Nullable Endpoints from, @Nullable Endpoints to) {
    return from == null || to == null ? List.of() : survey.between(from, to);
  }

  /** For each level the points that get at least so far. */
  private static Map<Level, BitSet> points(List<Stretch> stretches) {
    Map<Level, BitSet> points = new EnumMap<>(Level.class);
    for (Level level : Level.values()) {
      BitSet so = new BitSet();
      stretches.stream()
          .filter(s -> s.level().compareTo(level) >= 0)
          .forEach(s -> TrafficPoints.add(s.match(), so));
      points.put(level, so);
    }
    return points;
  }

  private static BitSet at(Map<Level, BitSet> points, Level level) {
    return points.getOrDefault(level, new BitSet());
  }

  private static BitSet less(BitSet some, BitSet others) {
    BitSet left = (BitSet) some.clone();
    left.andNot(others);
    return left;
  }

  private void tell(Way way, Part from, Part to, BitSet points) {
    if (points.isEmpty()) {
      return;
    }
    for (String source : from.subjects()) {
      for (String destination : to.subjects()) {
        Told more =
            told.computeIfAbsent(List.of(source, destination), k -> new EnumMap<>(Way.class))
                .computeIfAbsent(way, w -> new Told());
        more.from.add(from.text());
        more.to.add(to.text());
        more.families.add(from.family());
        more.points.or(points);
      }
    }
  }

  private List<Line> lines() {
    Set<Line> lines = new LinkedHashSet<>();
    for (String from : names.keySet()) {
      for (String to : names.keySet()) {
        told.getOrDefault(List.of(from, to), Map.of())
            .forEach((way, what) -> lines.add(line(from, to, way, what)));
      }
    }
    return List.copyOf(lines);
  }

  private Line line(String from, String to, Way way, Told what) {
    Set<Ip.Family> both = EnumSet.copyOf(families.getOrDefault(from, what.families));
    both.retainAll(families.getOrDefault(to, what.families));
    List<String> how = new ArrayList<>();
    if (what.families.size() < both.size()) {
      how.add(what.families.contains(Ip.Family.V4) ? "over IPv4" : "over IPv6");
    }
    if (!way.how.isEmpty()) {
      how.add(way.how);
    }
    return new Line(
        way.kind,
        text(from, what.from) + " -> " + text(to, what.to),
        TrafficPoints.matches(what.points),
        String.join(", ", how));
  }

  /** A subject's name, or those of its parts that are meant. */
  private String text(String subject, Set<String> some) {
    if (some.equals(names.get(subject))) {
      return subject;
    }
    List<String> all = List.copyOf(some);
    return all.size() <= MOST_NAMES
        ? String.join(", ", all)
        : String.join(", ", all.subList(0, MOST_NAMES - 1))
            + " and "
            + (all.size() - MOST_NAMES + 1)
            + " more";
  }
}
