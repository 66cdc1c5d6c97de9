package org.vmn.generator.project;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.diagnostics.Problem;

/**
 * What a project's file says.
 *
 * @param codes levels by code; of negotiable ones only
 * @param rules levels by the text of a guideline; they win over the level of the code
 * @param problems what is wrong with the file itself
 */
public record Settings(Map<Code, Level> codes, Map<String, Level> rules, List<Problem> problems) {
  /** Without a file: every diagnostic has the severity that it comes with. */
  public static final Settings NONE = new Settings(Map.of(), Map.of(), List.of());

  public Settings {
    codes = Map.copyOf(codes);
    rules = Map.copyOf(rules);
    problems = List.copyOf(problems);
  }

  /** A problem as the project minds it; empty when it doesn't. */
  public Optional<Problem> judge(Problem problem) {
    Level level = codes.get(problem.code());
    return level == null ? Optional.of(problem) : level.severity().map(problem::severity);
  }

  /** A guideline's violation as the project minds it; empty when it doesn't. */
  public Optional<Problem> judge(Problem problem, String rule) {
    Level level = rules.get(rule);
    return level == null ? judge(problem) : level.severity().map(problem::severity);
  }
}
