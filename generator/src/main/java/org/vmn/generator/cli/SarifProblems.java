package org.vmn.generator.cli;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.diagnostics.Problem;
import org.vmn.runtime.network.Origin;

/** Diagnostics as SARIF 2.1.0 (OASIS), which code scanning services read. */
final class SarifProblems {
  private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().setPrettyPrinting().create();
  private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

  private SarifProblems() {}

  static void write(Input input, List<Problem> problems, PrintWriter to) {
    List<Map<String, String>> rules =
        problems.stream().map(Problem::code).distinct().sorted().map(Code::id).map(id -> Map.of("id", id)).toList();
    Map<String, Object> run =
        Map.of(
            "tool", Map.of("driver", Map.of("name", "vmn", "rules", rules)),
            "columnKind", "utf16CodeUnits",
            "results", problems.stream().map(p -> result(input, p)).toList());
    Map<String, Object> log = new TreeMap<>(Map.of("$schema", SCHEMA, "version", "2.1.0", "runs", List.of(sorted(run))));
    to.println(GSON.toJson(log));
    to.flush();
  }

  private static Map<String, Object> result(Input input, Problem problem) {
    String help = problem.help() == null ? "" : "\n" + problem.help();
    return sorted(
        Map.of(
            "ruleId", problem.code().id(),
            "level", problem.code().severity().name().toLowerCase(Locale.ROOT),
            "message", Map.of("text", problem.message() + help),
            "locations", List.of(location(input, problem.origin()))));
  }

  private static Map<String, Object> location(Input input, Origin at) {
    Map<String, Object> region =
        sorted(
            Map.of(
                "startLine", Math.max(1, at.line()),
                "startColumn", Math.max(1, at.column()),
                "endLine", Math.max(1, at.endLine()),
                "endColumn", Math.max(1, at.endColumn())));
    Map<String, Object> file = Map.of("uri", input.shown(at.file()));
    return Map.of("physicalLocation", sorted(Map.of("artifactLocation", file, "region", region)));
  }

  /** The same bytes each time: maps of the JDK have an order of their own on each run. */
  private static Map<String, Object> sorted(Map<String, Object> map) {
    return new TreeMap<>(map);
  }
}
