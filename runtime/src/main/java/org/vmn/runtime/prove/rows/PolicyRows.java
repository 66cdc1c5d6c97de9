package org.vmn.runtime.prove.rows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The policy as rows: for each class of destinations and each interval of traffic, the legs that it
 * permits. A connection is permitted when no rule denies it, and one allows it or the default does.
 */
public final class PolicyRows {
  private final boolean allowByDefault;
  private final Sets sets;
  private final List<RuleList> byTarget = new ArrayList<>();
  private final @Nullable Row[] rows;
  private final Scratch scratch;
  private final long most;
  private long bytes;

  /**
   * @param rules in any order: it has no meaning
   * @param most bytes that rows may hold, about; 0 for no limit
   */
  public PolicyRows(boolean allowByDefault, Sets sets, List<Rule> rules, long most) {
    this.most = most;
    this.allowByDefault = allowByDefault;
    this.sets = sets;
    rules.forEach(this::put);
    rows = new Row[sets.classes()];
    scratch = new Scratch(sets.legs());
  }

  private void put(Rule rule) {
    sets.target(rule.to());
    list(rule.to()).add(rule);
  }

  private RuleList list(int target) {
    while (byTarget.size() <= target) {
      byTarget.add(new RuleList());
    }
    return byTarget.get(target);
  }

  /** First points of the intervals in which all traffic to a class of destinations is alike. */
  public int[] cuts(int destination) {
    return row(destination).cuts();
  }

  /** The legs that may open connections to a class of destinations on the traffic at a point. */
  public Bits at(int destination, int point) {
    Row row = row(destination);
    return cell(destination, row, Row.find(row.cuts(), point));
  }

  /** Likewise by the number of the interval. */
  public Bits cell(int destination, int interval) {
    return cell(destination, row(destination), interval);
  }

  private Bits cell(int destination, Row row, int i) {
    Bits known = row.cell(i);
    if (known == null) {
      if (most != 0 && bytes > most) {
        forget();
      }
      known = work(destination, row.cuts()[i]);
      row.cell(i, known);
      bytes += Bits.same(known, sets.everyLeg()) ? 0 : known.bytes();
    }
    return known;
  }

  private Bits work(int destination, int point) {
    scratch.clear();
    if (allowByDefault) {
      scratch.or(sets.everyLeg());
    }
    boolean denies = false;
    boolean allows = false;
    for (int target : sets.targetsOf(destination)) {
      RuleList list = list(target);
      for (int i = 0; i < list.size(); i++) {
        if (list.matches(i, point)) {
          if (!list.allows(i)) {
            denies = true;
          } else if (!allowByDefault) {
            allows = true;
            scratch.or(sets.legsOf(list.from(i)));
          }
        }
      }
    }
    if (!denies) {
      return allowByDefault ? sets.everyLeg() : allows ? scratch.bits() : Bits.NONE;
    }
    for (int target : sets.targetsOf(destination)) {
      RuleList list = list(target);
      for (int i = 0; i < list.size(); i++) {
        if (!list.allows(i) && list.matches(i, point)) {
          scratch.minus(sets.legsOf(list.from(i)));
        }
      }
    }
    return scratch.bits();
  }

  /** Whether a source, which need not be a leg, may connect. */
  public boolean permits(int sourceAtom, int destination, int point) {
    boolean permitted = allowByDefault;
    for (int target : sets.targetsOf(destination)) {
      RuleList list = list(target);
      for (int i = 0; i < list.size(); i++) {
        if (list.matches(i, point) && sets.contains(list.from(i), sourceAtom)) {
          if (!list.allows(i)) {
            return false;
          }
          permitted = true;
        }
      }
    }
    return permitted;
  }

  private Row row(int destination) {
    Row row = rows[destination];
    if (row == null) {
      row = new Row(cutsOf(destination));
      rows[destination] = row;
      bytes += 12L * row.cuts().length;
    }
    return row;
  }

  private int[] cutsOf(int destination) {
    int[] targets = sets.targetsOf(destination);
    int n = 1;
    for (int target : targets) {
      n += 2 * list(target).size();
    }
    int[] cuts = new int[n];
    n = 1;
    for (int target : targets) {
      RuleList list = list(target);
      for (int i = 0; i < list.size(); i++) {
        cuts[n++] = list.first(i);
        if (list.last(i) < Points.LAST) {
          cuts[n++] = list.last(i) + 1;
        }
      }
    }
    Arrays.sort(cuts, 0, n);
    int unique = 0;
    for (int i = 0; i < n; i++) {
      if (i == 0 || cuts[i] != cuts[i - 1]) {
        cuts[unique++] = cuts[i];
      }
    }
    return Arrays.copyOf(cuts, unique);
  }

  /** Puts rules in, takes others out, and forgets what that changes. */
  public void change(List<Rule> added, List<Rule> removed) {
    added.forEach(this::put);
    removed.forEach(rule -> list(rule.to()).remove(rule));
    // Nothing is joined before all that changed is forgotten: neighbours must be right.
    added.forEach(this::forget);
    removed.forEach(this::forget);
    removed.forEach(this::join);
  }

  private void forget(Rule rule) {
    for (int destination : sets.classesOf(rule.to())) {
      Row row = rows[destination];
      if (row != null) {
        row.change(rule.first(), rule.last());
      }
    }
  }

  private void join(Rule rule) {
    for (int destination : sets.classesOf(rule.to())) {
      Row row = rows[destination];
      if (row != null) {
        join(destination, row, rule.first());
        join(destination, row, rule.last() + 1);
      }
    }
  }

  private void join(int destination, Row row, int point) {
    if (point <= Points.LAST && !borders(destination, point)) {
      row.join(point);
    }
  }

  /** Whether a rule towards a class begins at a point or ends before it. */
  private boolean borders(int destination, int point) {
    for (int target : sets.targetsOf(destination)) {
      RuleList list = list(target);
      for (int i = 0; i < list.size(); i++) {
        if (list.first(i) == point || list.last(i) == point - 1) {
          return true;
        }
      }
    }
    return false;
  }

  /** Forgets all rows: they are worked out again when asked for. */
  private void forget() {
    Arrays.fill(rows, null);
    bytes = 0;
  }
}
