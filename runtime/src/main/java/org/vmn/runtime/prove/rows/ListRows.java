package org.vmn.runtime.prove.rows;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An ordered rule list as rows: the first line that matches decides. */
public final class ListRows {
  private static final int[] NO_LINES = {};
  private static final int[] WHOLE = {0};

  private final boolean allowByDefault;
  private final Sets sets;
  private final List<Rule> lines;
  private final Map<Integer, int[]> byTarget = new HashMap<>();
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
      byTarget.merge(lines.get(i).to(), new int[] {i}, ListRows::both);
    }
  }

  private static int[] both(int[] some, int[] more) {
    int[] all = Arrays.copyOf(some, some.length + more.length);
    System.arraycopy(more, 0, all, some.length, more.length);
    return all;
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
    int[] found = new int[4];
    int n = 0;
    for (int target : sets.targetsOf(destination)) {
      int[] lines = byTarget.getOrDefault(target, NO_LINES);
      if (found.length < n + lines.length) {
        found = Arrays.copyOf(found, 2 * (n + lines.length));
      }
      System.arraycopy(lines, 0, found, n, lines.length);
      n += lines.length;
    }
    Arrays.sort(found, 0, n);
    return Arrays.copyOf(found, n);
  }

  private Row row(int destination) {
    Row known = rows.get(destination);
    if (known == null) {
      int[] to = linesTo(destination);
      known = new Row(to.length == 0 ? WHOLE : cuts(to));
      rows.put(destination, known);
    }
    return known;
  }

  private int[] cuts(int[] to) {
    int[] cuts = new int[1 + 2 * to.length];
    int n = 1;
    for (int i : to) {
      cuts[n++] = lines.get(i).first();
      cuts[n++] = lines.get(i).last() + 1;
    }
    return Arrays.stream(cuts, 0, n)
        .filter(cut -> cut <= Points.LAST)
        .sorted()
        .distinct()
        .toArray();
  }
}
