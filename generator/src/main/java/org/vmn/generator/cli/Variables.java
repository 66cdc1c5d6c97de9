package org.vmn.generator.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** The option of commands that read a file: values for its variables. */
final class Variables {
  @Option(
      names = "--set",
      paramLabel = "NAME=VALUE",
      description =
          "Give a variable another value, such as --set count=5 or --set size='8 GiB'; of an"
              + " imported file too, as --set lab.tiers.count=5 where several have it. May be"
              + " repeated.")
  private Map<String, String> given = new LinkedHashMap<>();

  /** Values as they would be written in the language, by the names of variables. */
  Map<String, String> values() {
    return given;
  }
}
