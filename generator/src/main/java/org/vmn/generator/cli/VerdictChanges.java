package org.vmn.generator.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.claims.Elements;
import org.vmn.runtime.forward.Walk;
import org.vmn.runtime.prove.Verdict;
import org.vmn.runtime.prove.Verdict.Outcome;

/**
 * What became of verdicts since another round, each in the order of the source. Assertions are the
 * same when their words are, wherever they stand.
 *
 * @param refuted now, and not before
 * @param undecided now, and not before
 * @param otherwise refuted or undecided as before, and shown by something else
 * @param proved now, and not before
 * @param still refuted or undecided, as before
 * @param gone the words of assertions that aren't there any more
 */
record VerdictChanges(
    List<Verdict> refuted,
    List<Verdict> undecided,
    List<Verdict> otherwise,
    List<Verdict> proved,
    List<Verdict> still,
    List<String> gone) {

  static VerdictChanges between(List<Verdict> before, List<Verdict> now) {
    Map<List<Object>, Verdict> old = Once.keyed(before, v -> List.of(v.assertion().text()));
    VerdictChanges changes =
        new VerdictChanges(
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>());
    Once.keyed(now, v -> List.of(v.assertion().text()))
        .forEach((key, verdict) -> changes.add(old.remove(key), verdict));
    old.values().forEach(v -> changes.gone.add(v.assertion().text()));
    return changes;
  }

  /** Whether somebody who read the last round knows all of it. */
  boolean isNothing() {
    return refuted.isEmpty()
        && undecided.isEmpty()
        && otherwise.isEmpty()
        && proved.isEmpty()
        && gone.isEmpty();
  }

  private void add(@Nullable Verdict before, Verdict now) {
    if (before == null || before.outcome() != now.outcome()) {
      switch (now.outcome()) {
        case REFUTED -> refuted.add(now);
        case UNDECIDED -> undecided.add(now);
        case PROVED -> proved.add(now);
      }
    } else if (now.outcome() != Outcome.PROVED) {
      (shown(before).equals(shown(now)) ? still : otherwise).add(now);
    }
  }

  /** What somebody reads of a verdict, but for the numbers of lines. */
  private static List<Object> shown(Verdict verdict) {
    Walk walk = verdict.counterexample();
    Stream<Object> steps =
        walk == null
            ? Stream.of()
            : Stream.concat(walk.there().stream(), walk.back().stream())
                .flatMap(s -> Stream.of(s.where(), s.what(), s.packet()));
    List<String> failed = verdict.failed().stream().map(Elements::name).toList();
    return Stream.concat(Stream.of(verdict.reason(), failed), steps).toList();
  }
}
