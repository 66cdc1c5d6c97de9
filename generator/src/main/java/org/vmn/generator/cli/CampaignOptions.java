package org.vmn.generator.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What makes many runs of one. */
final class CampaignOptions {
  @Option(
      names = "--runs",
      paramLabel = "N",
      description =
          "Run N times with different chance, and give each figure with its 95 %% interval.")
  int runs = 1;

  @Option(
      names = "--failures",
      paramLabel = "KIND",
      description = "single or double: also run with each element (each pair) failing.")
  @Nullable Failing failing;

  @Option(
      names = "--random-failures",
      paramLabel = "N",
      description = "In each run let N elements fail at random times.")
  int random;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Runs at the same time. Default: one a processor. Changes no figure.")
  int threads = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--csv",
      paramLabel = "FILE",
      description = "Write every figure of every variant to this file.")
  @Nullable Path csv;

  /** How many elements fail together. */
  enum Failing {
    SINGLE,
    DOUBLE
  }

  /** Whether there is more to do than one run. */
  boolean asked() {
    return runs != 1 || failing != null || random != 0 || csv != null;
  }
}
