package org.vmn.generator.cli;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.io.PrintWriter;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.prove.Verdict;

/** Rounds for programs: a document a line. */
final class JsonRounds implements Round.Viewer {
  private static final Gson GSON =
      new GsonBuilder().disableHtmlEscaping().serializeNulls().create();

  private final PrintWriter out;

  JsonRounds(PrintWriter out) {
    this.out = out;
  }

  /**
   * @param time when it was begun, as ISO 8601 with the zone
   * @param error why the file couldn't be read; null when it could
   * @param problems as {@code vmn check --format json} has them
   * @param verdicts as {@code vmn prove --format json} has them; null where nothing was proved
   * @param since the assertions whose verdicts changed since they were last found; null likewise
   */
  private record Entry(
      int round,
      String time,
      String file,
      List<String> changed,
      int status,
      double millis,
      @Nullable String error,
      List<JsonProblems.Entry> problems,
      @Nullable List<VerdictJson> verdicts,
      @Nullable Since since) {}

  private record Since(
      List<String> refuted,
      List<String> undecided,
      List<String> otherwise,
      List<String> proved,
      List<String> gone) {
    static Since of(VerdictChanges changes) {
      return new Since(
          words(changes.refuted()),
          words(changes.undecided()),
          words(changes.otherwise()),
          words(changes.proved()),
          changes.gone());
    }

    private static List<String> words(List<Verdict> verdicts) {
      return verdicts.stream().map(v -> v.assertion().text()).toList();
    }
  }

  @Override
  public void show(Round round) {
    Found found = round.found();
    VerdictChanges since = round.verdicts();
    out.println(
        GSON.toJson(
            new Entry(
                round.number(),
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(round.begin()),
                round.file().toString(),
                round.changed().stream().map(RoundText::name).toList(),
                round.status(),
                Math.round(round.nanos() / 1000.0) / 1000.0,
                round.failure().isEmpty() ? null : round.failure(),
                found == null ? List.of() : JsonProblems.entries(found.problems(), found.input()),
                found == null || since == null
                    ? null
                    : VerdictJson.of(found.verdicts(), found.input()),
                since == null ? null : Since.of(since))));
    out.flush();
  }
}
