package org.vmn.generator.cli;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.io.PrintWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.diagnostics.Fix;
import org.vmn.dsl.diagnostics.Pages;
import org.vmn.dsl.diagnostics.Problem;
import org.vmn.dsl.diagnostics.Severity;
import org.vmn.generator.project.Suppressions.Suppressed;
import org.vmn.runtime.network.Origin;

/** Diagnostics as SARIF 2.1.0 (OASIS), which code scanning services read. */
final class SarifProblems {
  private static final Gson GSON =
      new GsonBuilder().disableHtmlEscaping().setPrettyPrinting().create();
  private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

  private SarifProblems() {}

  static void write(List<Found> found, PrintWriter to) {
    List<Map<String, Object>> rules =
        found.stream()
            .flatMap(f ->
                Stream.concat(
                    f.problems().stream(), f.answered().stream().map(Suppressed::problem)))
            .map(Problem::code)
            .distinct()
            .sorted()
            .map(SarifProblems::rule)
            .toList();
    Map<String, Object> run =
        Map.of(
            "tool", Map.of("driver", sorted(Map.of("name", "vmn", "rules", rules))),
            "columnKind", "utf16CodeUnits",
            "results",
                found.stream()
                    .flatMap(f ->
                        Stream.concat(
                            f.problems().stream().map(p -> result(f.input(), p)),
                            f.answered().stream().map(a -> answered(f.input(), a))))
                    .toList());
    Map<String, Object> log =
        sorted(Map.of("$schema", SCHEMA, "version", "2.1.0", "runs", List.of(sorted(run))));
    to.println(GSON.toJson(log));
    to.flush();
  }

  private static Map<String, Object> rule(Code code) {
    return sorted(
        Map.of(
            "id", code.id(),
            "name", code.name(),
            "shortDescription", Map.of("text", Pages.of(code).title()),
            "help",
                sorted(Map.of("text", Pages.of(code).text(), "markdown", Pages.of(code).text())),
            "defaultConfiguration", Map.of("level", level(code.severity()))));
  }

  private static Map<String, Object> result(Input input, Problem problem) {
    String help = problem.help() == null ? "" : "\nhelp: " + problem.help();
    Map<String, Object> result =
        sorted(
            Map.of(
                "ruleId", problem.code().id(),
                "level", level(problem.severity()),
                "message", Map.of("text", problem.message() + help),
                "locations", List.of(location(input, problem.origin()))));
    List<Map<String, Object>> related = new ArrayList<>();
    for (Problem.Label label : problem.labels()) {
      if (label.origin().isKnown() && !label.text().isEmpty()) {
        Map<String, Object> place = location(input, label.origin());
        place.put("message", Map.of("text", label.text()));
        related.add(place);
      }
    }
    if (!related.isEmpty()) {
      result.put("relatedLocations", related);
    }
    if (!problem.fixes().isEmpty()) {
      result.put("fixes", problem.fixes().stream().map(f -> fix(input, f)).toList());
    }
    return result;
  }

  /** Services show it as dismissed, with the reason. */
  private static Map<String, Object> answered(Input input, Suppressed suppressed) {
    Map<String, Object> result = result(input, suppressed.problem());
    Map<String, Object> suppression = sorted(Map.of("kind", "inSource"));
    if (!suppressed.by().reason().isEmpty()) {
      suppression.put("justification", suppressed.by().reason());
    }
    suppression.put("location", location(input, suppressed.by().origin()));
    result.put("suppressions", List.of(suppression));
    return result;
  }

  private static Map<String, Object> fix(Input input, Fix fix) {
    Map<String, List<Map<String, Object>>> byFile = new TreeMap<>();
    for (Fix.Edit edit : fix.edits()) {
      byFile
          .computeIfAbsent(uri(input.shown(edit.range().file())), f -> new ArrayList<>())
          .add(
              sorted(
                  Map.of(
                      "deletedRegion",
                      region(edit.range()),
                      "insertedContent",
                      Map.of("text", edit.text()))));
    }
    List<Map<String, Object>> changes = new ArrayList<>();
    byFile.forEach((file, replacements) ->
        changes.add(
            sorted(Map.of("artifactLocation", Map.of("uri", file), "replacements", replacements))));
    return sorted(Map.of("description", Map.of("text", fix.title()), "artifactChanges", changes));
  }

  private static Map<String, Object> location(Input input, Origin at) {
    Map<String, Object> file = Map.of("uri", uri(input.shown(at.file())));
    return sorted(
        Map.of("physicalLocation", sorted(Map.of("artifactLocation", file, "region", region(at)))));
  }

  private static Map<String, Object> region(Origin at) {
    return sorted(
        Map.of(
            "startLine", Math.max(1, at.line()),
            "startColumn", Math.max(1, at.column()),
            "endLine", Math.max(1, at.endLine()),
            "endColumn", Math.max(1, at.endColumn())));
  }

  /**
   * Relative to where vmn runs, as scanning services want it; with what a URI can't hold escaped.
   */
  private static String uri(String path) {
    String slashed = path.replace('\\', '/');
    try {
      return new URI(slashed.startsWith("/") ? "file" : null, null, slashed, null).toASCIIString();
    } catch (URISyntaxException e) {
      return "./" + slashed.replaceAll("[^A-Za-z0-9/._-]", "_");
    }
  }

  private static String level(Severity severity) {
    return severity == Severity.INFO ? "note" : severity.word();
  }

  /** The same bytes each time: maps of the JDK have an order of their own on each run. */
  private static Map<String, Object> sorted(Map<String, Object> map) {
    return new TreeMap<>(map);
  }
}
