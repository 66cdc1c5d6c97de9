package org.vmn.generator.cli;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.io.PrintWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.diagnostics.Fix;
import org.vmn.dsl.diagnostics.Problem;
import org.vmn.runtime.network.Origin;

/** Diagnostics as a JSON array. */
final class JsonProblems {
  private static final Gson GSON =
      new GsonBuilder().disableHtmlEscaping().setPrettyPrinting().create();

  private JsonProblems() {}

  record Entry(
      String code,
      String severity,
      String message,
      String file,
      int line,
      int column,
      int endLine,
      int endColumn,
      List<Place> labels,
      @Nullable String help,
      List<Mending> fixes) {}

  /** Words at a place, or the text that is to stand there. */
  record Place(String file, int line, int column, int endLine, int endColumn, String text) {}

  record Mending(String title, boolean certain, List<Place> edits) {}

  static void write(List<Found> found, PrintWriter to) {
    to.println(
        GSON.toJson(
            found.stream().flatMap(f -> entries(f.problems(), f.input()).stream()).toList()));
    to.flush();
  }

  static List<Entry> entries(List<Problem> problems, Input input) {
    return problems.stream().map(p -> entry(input, p)).toList();
  }

  private static Entry entry(Input input, Problem problem) {
    Origin at = problem.origin();
    return new Entry(
        problem.code().id(),
        problem.severity().word(),
        problem.message(),
        input.shown(at.file()),
        at.line(),
        at.column(),
        at.endLine(),
        at.endColumn(),
        problem.labels().stream().map(l -> place(input, l.origin(), l.text())).toList(),
        problem.help(),
        problem.fixes().stream().map(f -> mending(input, f)).toList());
  }

  private static Mending mending(Input input, Fix fix) {
    return new Mending(
        fix.title(),
        fix.certain(),
        fix.edits().stream().map(e -> place(input, e.range(), e.text())).toList());
  }

  private static Place place(Input input, Origin at, String text) {
    return new Place(
        input.shown(at.file()), at.line(), at.column(), at.endLine(), at.endColumn(), text);
  }
}
