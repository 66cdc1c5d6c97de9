package org.vmn.generator.cli;

import picocli.CommandLine.Option;

/** Options that every command that reports has. */
final class Options {
  /** How diagnostics are written. */
  enum Format {
    PRETTY,
    JSON,
    SARIF,
    GITHUB
  }

  /** When colours are used. */
  enum When {
    AUTO,
    ALWAYS,
    NEVER
  }

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "pretty",
      description = "How to write what was found: pretty, json, sarif or github. Default: pretty.")
  Format format = Format.PRETTY;

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      defaultValue = "auto",
      description = "Use colours: auto (on terminals, unless NO_COLOR is set), always or never. Default: auto.")
  When color = When.AUTO;

  @Option(names = "--error-on-warning", description = "Exit with status 1 when there are warnings.")
  boolean errorOnWarning;

  /** The launcher says whether standard error is a terminal: Java can't tell it from standard output. */
  Style style() {
    boolean terminal = Boolean.getBoolean("vmn.terminal") && System.getenv("NO_COLOR") == null;
    return new Style(color == When.ALWAYS || color == When.AUTO && terminal);
  }
}
