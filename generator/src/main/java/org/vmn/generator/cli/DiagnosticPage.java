package org.vmn.generator.cli;

import java.util.ArrayList;
import java.util.List;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.diagnostics.Pages;

/** The page of a diagnostic as a terminal shows it: examples are indented, not fenced. */
final class DiagnosticPage {
  private static final String FENCE = "```";

  private DiagnosticPage() {}

  static List<String> lines(Code code, Style style) {
    List<String> lines = new ArrayList<>();
    boolean example = false;
    for (String line : Pages.of(code).text().strip().lines().toList()) {
      if (line.startsWith(FENCE)) {
        example = !example;
      } else if (example) {
        lines.add("  " + line);
      } else {
        lines.add(line.startsWith("# ") ? style.bold(line.substring(2)) : line);
      }
    }
    return lines;
  }
}
