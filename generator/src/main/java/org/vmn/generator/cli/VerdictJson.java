package org.vmn.generator.cli;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.claims.Elements;
import org.vmn.runtime.forward.Walk;
import org.vmn.runtime.prove.Verdict;

/**
 * A verdict for programs.
 *
 * @param verdict {@code proved}, {@code refuted} or {@code undecided}
 * @param counterexample null unless a connection shows it
 * @param reason null where there is nothing to say
 * @param failed what is down where it is refuted
 * @param remedy null where nothing in one line would mend it, or where enough others have one
 * @param millis how long it took
 */
record VerdictJson(
    String assertion,
    String file,
    int line,
    String verdict,
    @Nullable WalkJson counterexample,
    @Nullable String reason,
    List<String> failed,
    @Nullable String remedy,
    double millis) {

  static List<VerdictJson> of(List<Verdict> verdicts, Input input) {
    return verdicts.stream().map(v -> of(v, input)).toList();
  }

  private static VerdictJson of(Verdict verdict, Input input) {
    Walk walk = verdict.counterexample();
    String remedy = input.remedies().of(verdict).text();
    return new VerdictJson(
        verdict.assertion().text(),
        input.shown(verdict.assertion().origin().file()),
        verdict.assertion().origin().line(),
        verdict.outcome().name().toLowerCase(Locale.ROOT),
        walk == null ? null : WalkJson.of(walk, input),
        verdict.reason().isEmpty() ? null : verdict.reason(),
        verdict.failed().stream().map(Elements::name).toList(),
        remedy.isEmpty() ? null : remedy,
        Math.round(verdict.nanos() / 1000.0) / 1000.0);
  }
}
