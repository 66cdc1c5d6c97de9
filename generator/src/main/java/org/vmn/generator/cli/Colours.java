package org.vmn.generator.cli;

import picocli.CommandLine.Option;

/** The option that every command that writes for people has. */
final class Colours {
  /** When colours are used. */
  enum When {
    AUTO,
    ALWAYS,
    NEVER
  }

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      defaultValue = "auto",
      description =
          "Use colours: auto (on terminals, unless NO_COLOR is set), always or never. Default:"
              + " auto.")
  private When color = When.AUTO;

  /** For standard output. */
  Style out() {
    return style(Terminal.out());
  }

  /** For standard error. */
  Style err() {
    return style(Terminal.err());
  }

  private Style style(boolean terminal) {
    String not = System.getenv("NO_COLOR");
    boolean wanted = terminal && (not == null || not.isEmpty());
    return new Style(color == When.ALWAYS || color == When.AUTO && wanted);
  }
}
