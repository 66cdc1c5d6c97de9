package org.vmn.generator.cli;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of commands whose result is diagnostics. */
final class Options {
  /** How diagnostics are written. */
  enum Format {
    PRETTY,
    JSON,
    SARIF,
    GITHUB
  }

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "pretty",
      description =
          "How to write what was found: pretty (to standard error), json, sarif or github (to"
              + " standard output). Default: pretty.")
  Format format = Format.PRETTY;

  @Option(names = "--error-on-warning", description = "Exit with status 1 when there are warnings.")
  boolean errorOnWarning;

  @Mixin Colours colours = new Colours();
}
