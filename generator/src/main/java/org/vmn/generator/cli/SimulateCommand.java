package org.vmn.generator.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vmn simulate}. */
@Command(
    name = "simulate",
    mixinStandardHelpOptions = true,
    description =
        "Runs the scenarios of a file and says which expectations were met. Touches no host.",
    footer = {
      "",
      "Examples:",
      "  vmn simulate shop.vmn                     every scenario of the file",
      "  vmn simulate shop.vmn --scenario black_friday --seed 7",
      "  vmn simulate shop.vmn --report shop.html  plots, the topology under load, all tables",
      "  vmn simulate shop.vmn --trace 60s         the way of one request, hop by hop",
      "  vmn simulate shop.vmn --format json | jq '.[].verdicts'",
      "  vmn simulate out/simulation/network.json  what `vmn build` wrote",
      "  vmn simulate shop.vmn --runs 30           figures with 95 %% intervals",
      "  vmn simulate shop.vmn --sweep web.count=2..16 --runs 30",
      "  vmn simulate shop.vmn --failures single --csv what-if.csv",
      "",
      "The same file and seed give the same result.",
      "Exit status 0 when every expectation was met, else 1.",
    })
final class SimulateCommand implements Callable<Integer> {
  /** How results are written. */
  enum Format {
    PRETTY,
    JSON
  }

  @Spec private CommandSpec spec;
  @Mixin Variables variables;
  @Mixin Colours colours;

  @Parameters(
      paramLabel = "FILE",
      description = "A .vmn file, a simulator configuration (.json), or `-` for standard input.")
  Path file;

  @Option(names = "--scenario", paramLabel = "NAME", description = "Run this one only.")
  @Nullable String name;

  @Option(
      names = "--seed",
      paramLabel = "NUMBER",
      description = "What all chance follows from. Default: the network's seed.")
  @Nullable Long seed;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "pretty",
      description = "pretty or json: an array with one report for each scenario. Default: pretty.")
  Format format = Format.PRETTY;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Write the reports to this file too, as JSON.")
  @Nullable Path output;

  @Option(
      names = "--csv",
      paramLabel = "FILE",
      description = "Write every figure to this file, a line each.")
  @Nullable Path csv;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description =
          "Write a page with plots and pictures to this file, which needs nothing else, and the"
              + " same as .json and .csv beside it.")
  @Nullable Path report;

  @ArgGroup(exclusive = false, heading = "%nOne run, closely:%n")
  LookOptions look = new LookOptions();

  @ArgGroup(
      exclusive = false,
      heading = "%nMany runs: every figure with its 95 %% interval, the same on any machine:%n")
  CampaignOptions campaign = new CampaignOptions();

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    Outputs.check(file, outputs());
    if (look.from != null && look.metrics == null) {
      err.println("error: `--metrics-from` is when `--metrics` begins, and that is missing");
      err.println("help: add `--metrics FILE`");
      return Main.BAD_INPUT;
    }
    if (!campaign.asked()) {
      return new SingleRuns(this, out, err).run();
    }
    if (look.asked()) {
      err.println("error: `--until`, `--trace`, `--timeline` and `--metrics` are of one run");
      err.println("help: leave them out, or whatever makes many runs of it");
      return Main.BAD_INPUT;
    }
    return new Campaigns(this, out, err).run();
  }

  private List<Path> outputs() {
    List<@Nullable Path> all =
        new ArrayList<>(Arrays.asList(output, csv, look.timeline, look.metrics));
    all.addAll(report == null ? List.of() : ReportFiles.of(report));
    return all.stream().filter(Objects::nonNull).map(Objects::requireNonNull).toList();
  }

  static String json(List<String> reports) {
    return "[\n"
        + String.join(",\n", reports.stream().map(String::stripTrailing).toList())
        + "\n]\n";
  }
}
