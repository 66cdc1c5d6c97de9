package org.vmn.generator.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vmn.dsl.diagnostics.Code;
import org.vmn.dsl.diagnostics.Problem;
import org.vmn.dsl.diagnostics.Suggestions;
import org.vmn.generator.compile.SourceException;
import org.vmn.runtime.campaign.CampaignReport;
import org.vmn.runtime.campaign.CampaignResult;
import org.vmn.runtime.campaign.Variant;
import org.vmn.runtime.network.Network;
import org.vmn.runtime.network.Scenario;
import org.vmn.runtime.simulate.SimulationException;
import org.vmn.runtime.simulate.SimulationReport;
import org.vmn.runtime.simulate.SimulationResult;
import org.vmn.runtime.simulate.Simulator;
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
      "  vmn simulate shop.vmn --format json | jq '.[].verdicts'",
      "  vmn simulate shop.vmn -o report.json      the table here, all figures there",
      "  vmn simulate out/simulation/network.json  what `vmn build` wrote",
      "  vmn simulate shop.vmn --runs 30           figures with 95 %% intervals",
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
  @Mixin private Variables variables;
  @Mixin private Colours colours;

  @Parameters(
      paramLabel = "FILE",
      description = "A .vmn file, a simulator configuration (.json), or `-` for standard input.")
  private Path file;

  @Option(names = "--scenario", paramLabel = "NAME", description = "Run this one only.")
  private @Nullable String name;

  @Option(
      names = "--seed",
      paramLabel = "NUMBER",
      description = "What all chance follows from. Default: the network's seed.")
  private @Nullable Long seed;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "pretty",
      description = "pretty or json: an array with one report for each scenario. Default: pretty.")
  private Format format = Format.PRETTY;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "REPORT",
      description = "Write the reports to this file too, as JSON.")
  private @Nullable Path output;

  @ArgGroup(
      exclusive = false,
      heading = "%nMany runs: every figure with its 95 %% interval, the same on any machine:%n")
  private CampaignOptions campaign = new CampaignOptions();

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    Input input = Input.read(file, variables);
    Network network = input.network();
    if (network == null) {
      return Reporter.refuse(input, colours, err);
    }
    List<Scenario> scenarios =
        network.scenarios().stream().filter(s -> name == null || s.name().equals(name)).toList();
    if (scenarios.isEmpty()) {
      return nothingToRun(network, err);
    }
    if (campaign.asked()) {
      return campaigns(input, network, scenarios);
    }
    List<SimulationResult> results = new ArrayList<>();
    for (Scenario scenario : scenarios) {
      try {
        SimulationResult result = run(network, scenario, err);
        results.add(result);
        if (format == Format.PRETTY) {
          new SimulationText(input, colours.out()).lines(result).forEach(out::println);
        }
      } catch (SimulationException e) {
        Problem problem = Problem.of(Code.OUT_OF_RANGE, e.origin(), String.valueOf(e.getMessage()));
        new PrettyProblems(input, colours.err()).write(List.of(problem), err);
        return Main.FINDINGS;
      }
    }
    if (format == Format.JSON) {
      out.print(json(results.stream().map(SimulationReport::toJson)));
    }
    if (output != null) {
      OutputFile.write(output, json(results.stream().map(SimulationReport::toJson)));
    }
    return results.stream().allMatch(SimulationResult::passed) ? Main.CLEAN : Main.FINDINGS;
  }

  private int campaigns(Input input, Network network, List<Scenario> scenarios)
      throws SourceException {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    CampaignRun run = new CampaignRun(campaign, seed == null ? network.seed() : seed);
    List<CampaignResult> results = new ArrayList<>();
    try (Interruption interruption = new Interruption()) {
      for (Scenario scenario : scenarios) {
        Variant written = new Variant("", network, scenario, campaign.random);
        CampaignResult result = run.run(run.plan(List.of(written)), interruption, err);
        results.add(result);
        if (format == Format.PRETTY) {
          CampaignText.lines(result).forEach(out::println);
        }
      }
      if (format == Format.JSON) {
        out.print(json(results.stream().map(CampaignReport::toJson)));
      }
      out.flush();
      if (output != null) {
        OutputFile.write(output, json(results.stream().map(CampaignReport::toJson)));
      }
      if (campaign.csv != null) {
        OutputFile.write(campaign.csv, CampaignReport.toCsv(results));
      }
    } catch (SimulationException e) {
      Problem problem = Problem.of(Code.OUT_OF_RANGE, e.origin(), String.valueOf(e.getMessage()));
      new PrettyProblems(input, colours.err()).write(List.of(problem), err);
      return Main.FINDINGS;
    } catch (IllegalArgumentException e) {
      err.println("error: " + e.getMessage());
      err.println("help: fewer runs, or single failures instead of double ones");
      return Main.BAD_INPUT;
    }
    return results.stream().allMatch(CampaignResult::passed) ? Main.CLEAN : Main.FINDINGS;
  }

  private SimulationResult run(Network network, Scenario scenario, PrintWriter err)
      throws SimulationException {
    try (Progress progress = new Progress(err, "simulating " + scenario.name())) {
      long chosen = seed == null ? network.seed() : seed;
      return Simulator.run(
          network,
          scenario,
          org.vmn.runtime.simulate.Options.seeded(chosen).withProgress(progress::at));
    }
  }

  private int nothingToRun(Network network, PrintWriter err) {
    List<String> known = network.scenarios().stream().map(Scenario::name).toList();
    if (known.isEmpty()) {
      err.println("error: `" + file + "` has no scenario to run");
      err.println("help: write one, such as");
      err.println("  scenario rush {");
      err.println("    for 1 min");
      err.println("    load internet -> www { 100 .. 2000 req/s }");
      err.println("    expect p99 latency www < 250 ms");
      err.println("  }");
      return Main.BAD_INPUT;
    }
    String near =
        name == null
            ? ""
            : Suggestions.nearest(name, known).map(n -> "; did you mean `" + n + "`?").orElse("");
    err.println("error: `" + file + "` has no scenario `" + name + "`" + near);
    err.println("help: it has " + String.join(", ", known));
    return Main.BAD_INPUT;
  }

  private static String json(Stream<String> reports) {
    return "[\n" + String.join(",\n", reports.map(String::stripTrailing).toList()) + "\n]\n";
  }
}
