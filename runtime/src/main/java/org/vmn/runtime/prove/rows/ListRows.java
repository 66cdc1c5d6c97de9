package org.vmn.runtime.prove.rows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** An ordered rule list as rows: the first line that matches decides. */
public final class ListRows {
  private final boolean allowByDefault;
  private final Sets sets;
  private final List<Rule> lines;
  private final Map<Integer, List<Integer>> byTarget = new HashMap<>();
  private final Map<Integer, Row> rows = new HashMap<>();

  /**
   * @param lines in order; one that matches several sets or ports is several lines
   */
  public ListRows(boolean allowByDefault, Sets sets, List<Rule> lines) {
    this.allowByDefault = allowByDefault;
    this.sets = sets;
    this.lines = List.copyOf(lines);
    for (int i = 0; i < lines.size(); i++) {
      sets.target(lines.get(i).to());
      byTarget.computeIfAbsent(lines.get(i).to(), t -> new ArrayList<>()).add(i);
    }
  }

  /** First points of the intervals in which all traffic to a class of destinations is alike. */
  public int[] cuts(int destination) {
    return row(destination).cuts();
  }

  /** The legs that may open connections to a class of destinations on the traffic at a point. */
  public Bits at(int destination, int point) {
    Row row = row(destination);
    int i = Row.find(row.cuts(), point);
    Bits known = row.cell(i);
    if (known == null) {
      known = work(destination, row.cuts()[i]);
      row.cell(i, known);
    }
    return known;
  }

  private Bits work(int destination, int point) {
    Scratch undecided = new Scratch(sets.legs()).or(sets.everyLeg());
    Scratch permitted = new Scratch(sets.legs());
    for (int i : linesTo(destination)) {
      Rule line = lines.get(i);
      if (line.first() <= point && point <= line.last()) {
        Bits from = sets.legsOf(line.from());
        if (line.allow()) {
          permitted.orBoth(undecided, from);
        }
        undecided.minus(from);
      }
    }
    return allowByDefault ? permitted.or(undecided.bits()).bits() : permitted.bits();
  }

  /** Whether a source, which need not be a leg, may connect. */
  public boolean permits(int sourceAtom, int destination, int point) {
    for (int i : linesTo(destination)) {
      Rule line = lines.get(i);
      if (line.first() <= point && point <= line.last() && sets.contains(line.from(), sourceAtom)) {
        return line.allow();
      }
    }
    return allowByDefault;
  }

  /** The lines that a class of destinations may match, in order. */
  private int[] linesTo(int destination) {
    return Arrays.stream(sets.targetsOf(destination))
        .boxed()
        .flatMap(target -> byTarget.getOrDefault(target, List.of()).stream())
        .mapToInt(i -> i)
        .sorted()
        .toArray();
  }

  private Row row(int destination) {
    Row known = rows.get(destination);
    if (known == null) {
      known =
          new Row(
              Arrays.stream(linesTo(destination))
                  .mapToObj(lines::get)
                  .flatMap(line -> Stream.of(0, line.first(), line.last() + 1))
                  .mapToInt(i -> i)
                  .filter(cut -> cut <= Points.LAST)
                  .sorted()
                  .distinct()
                  .toArray());
      known = known.cuts().length == 0 ? new Row(new int[1]) : known;
      rows.put(destination, known);
    }
    return known;
  }
}
