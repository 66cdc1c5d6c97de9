package org.vmn.generator.cli;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vmn.runtime.campaign.Engines;
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
      description =
          "single or double: also run with each element (each pair) failing, from a third of the"
              + " scenario to its end.")
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
      names = "--engine",
      paramLabel = "ADDRESS",
      description =
          "Where the runs are carried out: local, or spark://HOST:PORT for a Spark cluster."
              + " Changes no figure. Default: local.")
  String engine = Engines.LOCAL;

  @Option(
      names = "--sweep",
      paramLabel = "NAME=VALUES",
      converter = Sweep.Reader.class,
      description =
          "Run with each of these values of a variable, or numbers of a vm or host, such as"
              + " count=2..16, web.count=2..16..2 or size='4 GiB, 8 GiB'. Repeated: all"
              + " combinations.")
  List<Sweep> sweeps = new ArrayList<>();

  /** How many elements fail together. */
  enum Failing {
    SINGLE,
    DOUBLE
  }

  /** Whether there is more to do than one run. */
  boolean asked() {
    return runs != 1
        || failing != null
        || random != 0
        || !sweeps.isEmpty()
        || !engine.equals(Engines.LOCAL);
  }
}
