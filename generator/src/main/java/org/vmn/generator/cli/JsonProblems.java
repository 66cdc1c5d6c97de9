package org.vmn.generator.cli;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.diagnostics.Problem;
import org.vmn.runtime.network.Origin;

/** Diagnostics as a JSON array. */
final class JsonProblems {
  private static final Gson GSON =
      new GsonBuilder().disableHtmlEscaping().setPrettyPrinting().create();

  private JsonProblems() {}

  private record Entry(
      String code,
      String severity,
      String message,
      String file,
      int line,
      int column,
      int endLine,
      int endColumn,
      List<Place> labels,
      @Nullable String help) {}

  private record Place(String file, int line, int column, String text) {}

  static void write(List<Found> found, PrintWriter to) {
    to.println(
        GSON.toJson(
            found.stream()
                .flatMap(f -> f.problems().stream().map(p -> entry(f.input(), p)))
                .toList()));
    to.flush();
  }

  private static Entry entry(Input input, Problem problem) {
    Origin at = problem.origin();
    return new Entry(
        problem.code().id(),
        problem.code().severity().name().toLowerCase(Locale.ROOT),
        problem.message(),
        input.shown(at.file()),
        at.line(),
        at.column(),
        at.endLine(),
        at.endColumn(),
        problem.labels().stream()
            .map(l ->
                new Place(
                    input.shown(l.origin().file()),
                    l.origin().line(),
                    l.origin().column(),
                    l.text()))
            .toList(),
        problem.help());
  }
}
