package org.vmn.generator.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.vmn.dsl.diagnostics.Code;

/** The page of a diagnostic, from the catalogue. */
final class DiagnosticPage {
  private DiagnosticPage() {}

  static String of(Code code, Style style) {
    StringBuilder page = new StringBuilder();
    for (String line : text(code).lines().toList()) {
      page.append(line.startsWith("#") ? style.bold(line) : line).append('\n');
    }
    return page.toString().stripTrailing();
  }

  private static String text(Code code) {
    try (InputStream in = Code.class.getResourceAsStream(code.id() + ".md")) {
      return in == null
          ? "# " + code.id() + "\n\nThere is no page for this diagnostic yet."
          : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
